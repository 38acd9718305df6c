package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The watchlist and the search of instruments by name. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class WatchlistTest {
    private BrowserContext window;
    private Page page;

    @BeforeEach
    void enter(Screen screen) {
        window = screen.window();
        page = screen.enter(window, "trade");
    }

    @Test
    void an_instrument_is_found_by_its_name_watched_and_remembered() {
        page.locator("#watch-add").fill("apple");
        Locator option = page.locator("#watch [role=option]").first();
        assertThat(option).containsText("Apple Inc.");
        assertThat(option).containsText("fractional");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");
        assertThat(row("AAPL")).containsText("Apple Inc.");
        assertThat(row("AAPL")).containsText(Pattern.compile("[0-9]+\\.[0-9]{2}[+−][0-9.]+ %"));
        assertThat(row("AAPL").locator(".spark polyline")).hasCount(1);

        page.reload();

        row("AAPL").getByText("AAPL").click();
        assertThat(new Ticket(page).field("symbol")).hasValue("AAPL");
        assertThat(page.locator("#market-head")).hasText("AAPL");
        row("AAPL").locator("[data-act=remove]").click();
        assertThat(page.locator("#watched")).containsText("No symbols yet");
    }

    @Test
    void quotes_that_cannot_be_read_are_unreadable_and_not_zero() {
        window.route("**/api/v1/snapshots?**", WatchlistTest::unavailable);
        page.locator("#watch-add").fill("MSFT");
        page.keyboard().press("Enter");

        assertThat(page.locator("#watch .foot"))
                .containsText("Not available: the broker does not answer");
        assertThat(row("MSFT").locator("td.n")).hasText("–");
    }

    @Test
    void a_search_that_fails_says_so_and_a_symbol_can_still_be_typed() {
        window.route("**/api/v1/assets?**", WatchlistTest::unavailable);
        page.locator("#watch-add").fill("KO");
        assertThat(page.locator("#watch [role=option]"))
                .hasText("Not available: the broker does not answer");
        page.keyboard().press("Enter");

        assertThat(row("KO")).hasCount(1);
    }

    @Test
    void the_ticket_takes_a_symbol_that_was_found_by_its_name() {
        Ticket ticket = new Ticket(page);
        ticket.write("", "7");
        ticket.field("symbol").fill("tesla");
        assertThat(page.locator("#ticket [role=option]").first()).containsText("TSLA");
        page.keyboard().press("ArrowDown");
        page.keyboard().press("Enter");

        assertThat(ticket.field("symbol")).hasValue("TSLA");
        assertThat(ticket.field("qty")).isFocused();
        assertThat(page.locator("#ticket [role=option]")).hasCount(0);
    }

    private Locator row(String symbol) {
        return page.locator("#watched tbody tr:has-text('" + symbol + "')");
    }

    private static void unavailable(Route route) {
        route.fulfill(
                new Route.FulfillOptions()
                        .setStatus(503)
                        .setContentType("application/problem+json")
                        .setBody("{\"status\":503,\"detail\":\"the broker does not answer\"}"));
    }
}
