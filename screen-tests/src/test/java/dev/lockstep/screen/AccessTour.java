package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.util.List;

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

    private AccessTour() {}

    /** Opens the dialogs of the trade view one after the other; the page is then on that view. */
    static Page seeDialogs(Screen screen, ColorScheme scheme, Axe.Rules rules) {
        Page page = screen.enter("trade", scheme, 1440, 900);
        Ticket ticket = new Ticket(page);
        ticket.write("AAPL", "2").limit("120").sendIt();
        ticket.rows("limit 120 day").first().locator(".qty").click();
        Axe.judge(page, "trade", rules);
        page.keyboard().press("r");
        judge(page, "form.replace", "replace", rules);
        page.keyboard().press("Escape");
        page.locator("#order-grid").press("Enter");
        judge(page, "#detail", "detail", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        judge(page, "dialog.keys", "keys", rules);
        page.keyboard().press("Escape");
        page.locator("[data-columns=orders]").click();
        judge(page, ":popover-open", "columns", rules);
        page.keyboard().press("Escape");
        page.locator("#health").click();
        judge(page, "#health-parts", "health pill", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        assertThat(page.locator("dialog.palette [role=option]").first()).isVisible();
        judge(page, "dialog.palette", "palette", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("F8");
        judge(page, "dialog.ask", "halt", rules);
        page.keyboard().press("Escape");
        return page;
    }

    /** Judges the page once this is in sight: without it, there would be nothing new to judge. */
    private static void judge(Page page, String opened, String what, Axe.Rules rules) {
        assertThat(page.locator(opened)).isVisible();
        Axe.judge(page, what, rules);
    }

    /** Shows a view, whose module may still have to be loaded. */
    static void see(Screen screen, Page page, String view) {
        page.navigate(screen.address() + "/#" + view);
        assertThat(page.locator("#view-" + view + " > h2")).isVisible();
    }
}
