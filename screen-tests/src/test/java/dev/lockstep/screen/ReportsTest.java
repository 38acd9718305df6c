package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.io.IOException;
import java.nio.file.Files;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The audit view, the calendar of profits and the daily statement. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class ReportsTest {
    private static final String TRIPS =
            """
            {"method":"fifo","statistics":{"trips":4,"wins":2,"losses":2,"gained":"300","lost":"-70",\
            "best":"200","worst":"-50","winRate":"0.5","profitFactor":"4.28","expectancy":"57.5"},\
            "trips":[],"days":[{"day":"2026-02-27","trips":1,"profit":"-20"},\
            {"day":"2026-03-02","trips":1,"profit":"100"},{"day":"2026-03-04","trips":1,"profit":"-50.25"},\
            {"day":"2026-03-09","trips":1,"profit":"200"}]}\
            """;

    private BrowserContext window;
    private Page page;

    @BeforeEach
    void enter(Screen screen) {
        window = screen.window();
        page = screen.enter(window, "trade");
    }

    @Test
    void the_audit_view_shows_who_changed_a_limit_and_why() {
        page.keyboard().press("g");
        page.keyboard().press("r");
        page.locator("[aria-label='Set max-open-orders']").click();
        page.locator("#ask-value").fill("77");
        page.locator("#ask-reason").fill("a calm week");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notes")).containsText("max-open-orders is 77");

        page.keyboard().press("g");
        page.keyboard().press("u");

        Locator act = page.locator("#view-audit tbody tr").first();
        assertThat(act).containsText("max-open-orders 77");
        assertThat(act).containsText("a calm week");
        page.locator("#audit-kind").selectOption("key");
        assertThat(page).hasURL(Pattern.compile("#audit\\?kind=key$"));
        assertThat(page.locator("#view-audit tbody tr:has-text('max-open-orders')")).hasCount(0);
    }

    @Test
    void older_decisions_are_loaded_page_by_page() {
        window.route(
                "**/api/v1/audit?limit=100",
                route -> json(route, acts("new", "\"2026-01-05T14:30:00Z\"")));
        window.route(
                "**/api/v1/audit?limit=100&before=2026-01-05T14%3A30%3A00Z",
                route -> json(route, acts("old", "null")));
        page.navigate(page.url().replace("#trade", "#audit"));

        assertThat(page.locator("#view-audit tbody tr")).hasCount(1);
        page.locator("#audit-older").click();

        assertThat(page.locator("#view-audit tbody tr")).hasCount(2);
        assertThat(page.locator("#audit-older")).isHidden();
    }

    @Test
    void the_calendar_has_the_profit_of_days_weeks_and_months() {
        window.route("**/api/v1/round-trips", route -> json(route, TRIPS));
        page.keyboard().press("g");
        page.keyboard().press("d");

        assertThat(page.locator("#calendar-head")).hasText("Profit by day, March 2026");
        assertThat(page.locator("#calendar .sum")).hasText("▲ +$249.75, 3 round trips");
        assertThat(cell("2026-03-09")).hasClass("heat-4 up-day");
        assertThat(cell("2026-03-04")).hasClass("heat-2 down-day");
        assertThat(cell("2026-03-04")).containsText("−$50.25");
        assertThat(cell("2026-03-05").locator(".value")).hasText("");
        assertThat(page.locator("#calendar .week").nth(1)).hasText("▲ +$49.75");
        assertThat(page.locator("#calendar [data-month='2026-04']")).hasText("Apr –");
        page.locator("#calendar [data-month='2026-02']").click();
        assertThat(page.locator("#calendar .sum")).hasText("▼ −$20.00, 1 round trip");
    }

    @Test
    void the_statement_of_today_reconciles_and_is_exported() throws IOException {
        Ticket ticket = new Ticket(page);
        ticket.write("JPM", "2").sendIt();
        String today = LocalDate.now(ZoneId.of("America/New_York")).toString();
        page.navigate(page.url().replace("#trade", "#trades?day=" + today));

        assertThat(page.locator("#statement .steps")).containsText("Equity at the previous close");
        assertThat(page.locator("#statement .steps")).containsText("Unexplained");
        assertThat(page.locator("#statement .foot")).containsText("The day has not ended");
        Download file = page.waitForDownload(() -> page.locator("#statement-export").click());
        assertThat(Files.readString(file.path()))
                .startsWith("day,line,symbol")
                .contains(today + ",opening equity")
                .contains(today + ",closing equity");
    }

    @Test
    void a_statement_that_cannot_be_made_says_why() {
        page.keyboard().press("g");
        page.keyboard().press("d");
        page.locator("#statement-day").fill("1999-01-04");

        assertThat(page.locator("#statement .foot"))
                .containsText("Not available: the broker reports no equity");
        assertThat(page.locator("#statement .steps")).hasCount(0);
    }

    private Locator cell(String day) {
        return page.locator("#calendar td:has([data-day='" + day + "'])");
    }

    private static String acts(String what, String next) {
        return """
        {"acts":[{"at":"2026-01-05T14:30:00Z","kind":"risk","what":"%s","who":"ann","why":"test"}],\
        "next":%s}\
        """
                .formatted(what, next);
    }

    private static void json(Route route, String body) {
        route.fulfill(new Route.FulfillOptions().setContentType("application/json").setBody(body));
    }
}
