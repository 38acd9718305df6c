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
        Axe.judge(page, "replace", rules);
        page.keyboard().press("Escape");
        page.locator("#order-grid").press("Enter");
        assertThat(page.locator("#detail")).isVisible();
        Axe.judge(page, "detail", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("?");
        Axe.judge(page, "keys", rules);
        page.keyboard().press("Escape");
        page.locator("[data-columns=orders]").click();
        Axe.judge(page, "columns", rules);
        page.keyboard().press("Escape");
        page.locator("#health").click();
        Axe.judge(page, "health pill", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("Control+k");
        assertThat(page.locator("dialog.palette [role=option]").first()).isVisible();
        Axe.judge(page, "palette", rules);
        page.keyboard().press("Escape");
        page.keyboard().press("F8");
        Axe.judge(page, "halt", rules);
        page.keyboard().press("Escape");
        return page;
    }

    /** Shows a view, whose module may still have to be loaded. */
    static void see(Screen screen, Page page, String view) {
        page.navigate(screen.address() + "/#" + view);
        assertThat(page.locator("#view-" + view + " > h2")).isVisible();
    }
}
