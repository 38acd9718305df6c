package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.Objects;

/** A way through all views and dialogs, with what axe finds in each. */
final class AccessTour {
    static final List<String> VIEWS =
            List.of(
                    "trade",
                    "profit",
                    "trades",
                    "strategies",
                    "activity",
                    "audit",
                    "notifications",
                    "health",
                    "risk",
                    "simulator",
                    "settings");
    private static final String AXE = axe();

    /** Without the results that are no violations, which would take most of the time. */
    private static final String RUN =
            "async ([where, only]) => (await axe.run(where, {runOnly: only, resultTypes: ['violations']}))"
                    + ".violations.map(rule => rule.id + ': '"
                    + " + rule.nodes.map(node => node.html).join(' '))";

    private AccessTour() {}

    /** Rules that axe checks. */
    enum Rules {
        /** Those of WCAG 2.2 AA. */
        ALL("tag", "wcag2a wcag2aa wcag21aa wcag22aa"),
        /** The only one that can turn out otherwise in other colours. */
        CONTRAST("rule", "color-contrast");

        private final String type;
        private final String values;

        Rules(String type, String values) {
            this.type = type;
            this.values = values;
        }

        private Map<String, Object> only() {
            return Map.of("type", type, "values", List.of(values.split(" ", -1)));
        }
    }

    /** Opens the dialogs of the trade view one after the other; the page is then on that view. */
    static Page seeDialogs(Screen screen, ColorScheme scheme, Rules rules) {
        Page page = screen.enter(screen.window(scheme, 1440, 900), "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("AAPL", "2").limit("120").sendIt();
        ticket.rows("limit 120 day").first().locator(".qty").click();
        judge(page, "trade", rules);
        page.keyboard().press("r");
        judge(page, "replace", rules);
        page.keyboard().press("Escape");
        page.locator("#order-grid").press("Enter");
        assertThat(page.locator("#detail")).isVisible();
        judge(page, "detail", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        judge(page, "keys", rules);
        page.keyboard().press("Escape");
        page.locator("[data-columns=orders]").click();
        judge(page, "columns", rules);
        page.keyboard().press("Escape");
        page.locator("#health").click();
        judge(page, "health pill", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        assertThat(page.locator("dialog.palette [role=option]").first()).isVisible();
        judge(page, "palette", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("F8");
        judge(page, "halt", rules);
        page.keyboard().press("Escape");
        return page;
    }

    /** Shows a view, whose module may still have to be loaded. */
    static void see(Screen screen, Page page, String view) {
        page.navigate(screen.address() + "/#" + view);
        assertThat(page.locator("#view-" + view + " > h2")).isVisible();
    }

    /** Judges what is in sight. */
    static void judge(Page page, String what, Rules rules) {
        judge(page, "html", what, rules);
    }

    /** Judges a part of it. */
    static void judge(Page page, String where, String what, Rules rules) {
        // Once for each document: its half a megabyte takes longer to read than most views to
        // judge.
        if (page.evaluate("() => !window.axe").equals(true)) {
            page.evaluate(AXE);
        }
        assertThat((List<?>) page.evaluate(RUN, List.of(where, rules.only()))).as(what).isEmpty();
    }

    private static String axe() {
        try (InputStream script = AxeBuilder.class.getResourceAsStream("/axe.min.js")) {
            return new String(
                    Objects.requireNonNull(script, "axe is on the class path").readAllBytes(),
                    StandardCharsets.UTF_8);
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
