package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Nobody is shut out: by colour, by size, by the lack of a mouse or of eyes. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class AccessTest {
    private static final List<String> VIEWS =
            List.of(
                    "trade",
                    "profit",
                    "trades",
                    "activity",
                    "audit",
                    "health",
                    "risk",
                    "simulator",
                    "settings");
    private static final List<String> RULES = List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa");

    /** The only rule that can turn out otherwise in other colours. */
    private static final String CONTRAST = "color-contrast";

    @Test
    void every_view_and_dialog_passes_the_rules(Screen screen) {
        seeAll(screen, ColorScheme.LIGHT, AccessTest::byAllRules);
    }

    @Test
    void every_view_and_dialog_can_be_read_in_the_dark(Screen screen) {
        seeAll(screen, ColorScheme.DARK, AccessTest::byContrast);
    }

    private static void seeAll(Screen screen, ColorScheme scheme, UnaryOperator<AxeBuilder> rules) {
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
        page.keyboard().press("Control+k");
        assertThat(page.locator("dialog.palette [role=option]").first()).isVisible();
        judge(page, "palette", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("F8");
        judge(page, "halt", rules);
        page.keyboard().press("Escape");
        for (String view : VIEWS.subList(1, VIEWS.size())) {
            page.navigate(screen.address() + "/#" + view);
            assertThat(page.locator("#view-" + view)).isVisible();
            judge(page, view, rules);
        }
    }

    @Test
    void the_palette_for_the_colour_blind_passes_too_and_is_kept(Screen screen) {
        Page page = screen.enter("settings");
        page.locator("[name=pref-palette][value=blue]").check();
        page.locator("[name=pref-theme][value=dark]").check();
        judge(page, "settings", AccessTest::byContrast);

        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-palette", "blue");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        judge(page, "settings again", AccessTest::byContrast);
    }

    @Test
    void a_phone_shows_every_view_without_scrolling_sideways(Screen screen) {
        Page page = screen.enter(screen.window(ColorScheme.DARK, 390, 844), "trade");
        new Ticket(page).write("AAPL", "2").limit("121").sendIt();
        assertThat(new Ticket(page).rows("limit 121 day")).isVisible();
        for (String view : VIEWS) {
            page.navigate(screen.address() + "/#" + view);
            assertThat(page.locator("#view-" + view)).isVisible();
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(view)
                    .isEqualTo(390);
        }
    }

    private static AxeBuilder byAllRules(AxeBuilder axe) {
        return axe.withTags(RULES);
    }

    private static AxeBuilder byContrast(AxeBuilder axe) {
        return axe.withRules(List.of(CONTRAST));
    }

    private static void judge(Page page, String what, UnaryOperator<AxeBuilder> rules) {
        assertThat(rules.apply(new AxeBuilder(page).setLegacyMode(true)).analyze().getViolations())
                .as(what)
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
    }
}
