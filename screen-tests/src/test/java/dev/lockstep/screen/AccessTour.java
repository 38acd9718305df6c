package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.args.AxeRunOptions;
import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.UnaryOperator;

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
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    /** The only rule that can turn out otherwise in other colours. */
    private static final String CONTRAST = "color-contrast";

    private AccessTour() {}

    static void seeAll(Screen screen, ColorScheme scheme, UnaryOperator<AxeBuilder> rules) {
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
        for (String view : VIEWS.subList(1, VIEWS.size())) {
            see(screen, page, view);
            judge(page, view, rules);
        }
    }

    /** Shows a view, whose module may still have to be loaded. */
    static void see(Screen screen, Page page, String view) {
        page.navigate(screen.address() + "/#" + view);
        assertThat(page.locator("#view-" + view + " > h2")).isVisible();
    }

    static AxeBuilder byAllRules(AxeBuilder axe) {
        return axe.withTags(RULES);
    }

    static AxeBuilder byContrast(AxeBuilder axe) {
        return axe.withRules(List.of(CONTRAST));
    }

    static void judge(Page page, String what, UnaryOperator<AxeBuilder> rules) {
        // The other results would take most of the time.
        AxeRunOptions options = new AxeRunOptions();
        options.setResultTypes(List.of("violations"));
        AxeBuilder axe = new AxeBuilder(page).options(options).setLegacyMode(true);
        assertThat(rules.apply(axe).analyze().getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }
}
