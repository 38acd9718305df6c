package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import dev.lockstep.contracts.Eventually;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Live news: in many tabs, over a line that breaks, and in tabs that nobody sees. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class LiveTest {
    private static final int TABS = 7;
    private static final Duration BOUND = Duration.ofSeconds(20);

    @Test
    void seven_tabs_of_one_browser_share_one_connection_and_the_next_takes_over(Screen screen) {
        BrowserContext window = screen.window();
        List<String> streams = new CopyOnWriteArrayList<>();
        window.onRequest(request -> {
            if (request.url().contains("/api/v1/events")) {
                streams.add(request.url());
            }
        });
        List<Page> tabs = new ArrayList<>();
        for (int tab = 0; tab < TABS; tab++) {
            tabs.add(screen.enter(window, "trade"));
        }
        assertThat(streams).hasSize(1);

        new Ticket(tabs.getLast()).write("MSFT", "1").limit("221").sendIt();
        for (Page tab : tabs) {
            assertThat(new Ticket(tab).rows("limit 221 day")).hasCount(1);
        }

        tabs.removeFirst().close();
        new Ticket(tabs.getLast()).write("MSFT", "1").limit("222").sendIt();
        for (Page tab : tabs) {
            assertThat(new Ticket(tab).rows("limit 222 day")).hasCount(1);
            assertThat(tab.locator("#page")).hasText("● live");
        }
        assertThat(streams).hasSize(2);
        assertThat(streams.getLast()).contains("after=");
    }

    @Test
    void a_load_of_orders_shows_in_every_tab(Screen screen) {
        BrowserContext window = screen.window();
        List<Page> tabs = List.of(screen.enter(window, "trade"), screen.enter(window, "trade"));

        tabs.getFirst()
                .evaluate(
                        "async () => { const {ask, freshKey} = await import('/web/base/api.js');"
                                + " const one = (i) => ask('POST', '/orders', {symbol: 'PEP', side: 'buy',"
                                + " qty: '1', type: 'limit', limitPrice: String(2 + i / 10)}, freshKey());"
                                + " for (let i = 0; i < 5; i++) await Promise.all("
                                + " Array.from({length: 10}, (_, j) => one(10 * i + j))); }");

        for (Page tab : tabs) {
            tab.locator("#filter").fill("PEP");
            assertThat(tab.locator("#orders-foot")).hasText("50 orders");
        }
    }

    @Test
    void a_server_that_goes_away_is_told_and_what_was_missed_is_there_when_it_is_back(Screen screen)
            throws IOException {
        try (Line line = new Line(screen.address())) {
            Page cut = Screen.enter(screen.window(), line.address(), "trade");
            Page other = screen.enter("trade");

            line.cut();
            assertThat(cut.locator("#page")).containsText("✕ disconnected");
            assertThat(cut.locator("body.stale #blotter")).isVisible();
            new Ticket(other).write("MSFT", "1").limit("223").sendIt();
            cut.locator("#cancel-all").click();
            cut.keyboard().press("Enter");
            assertThat(cut.locator("dialog.ask"))
                    .containsText("No answer yet: it may or may not have been executed");
            cut.keyboard().press("Enter");

            line.mend();
            assertThat(cut.locator("#page")).hasText("● live");
            assertThat(new Ticket(cut).rows("limit 223 day")).hasCount(1);
        }
    }

    @Test
    void a_tab_that_nobody_sees_passes_news_on_and_renders_nothing_until_it_is_seen(Screen screen) {
        BrowserContext window = screen.window();
        Page leads = screen.enter(window, "trade");
        Page seen = screen.enter(window, "trade");

        rendersNothingWhileHidden(leads, seen, "224");
    }

    @Test
    void a_tab_that_is_seen_again_shows_what_happened_and_what_was_chosen(Screen screen) {
        BrowserContext window = screen.window();
        Page leads = screen.enter(window, "trade");
        Page reported = screen.enter(window, "trade");
        new Ticket(leads).write("MSFT", "1").limit("225").sendIt();
        new Ticket(reported).rows("limit 225 day").locator(".choose").click();
        assertThat(reported.locator("#cancel-chosen")).hasText("Cancel 1 selected");

        rendersNothingWhileHidden(reported, leads, "226");
        assertThat(reported.locator("#page")).hasText("● live");
        assertThat(reported.locator("#cancel-chosen")).hasText("Cancel 1 selected");
    }

    private static void rendersNothingWhileHidden(Page hidden, Page seen, String limit) {
        see(hidden, "hidden");
        new Ticket(seen).write("MSFT", "1").limit(limit).sendIt();
        assertThat(new Ticket(seen).rows("limit " + limit + " day")).hasCount(1);
        Eventually.within(
                BOUND,
                "news was passed on in this browser",
                () -> hidden.evaluate("window.passedOn === true").equals(true));
        assertThat(new Ticket(hidden).rows("limit " + limit + " day")).hasCount(0);

        see(hidden, "visible");
        assertThat(new Ticket(hidden).rows("limit " + limit + " day")).hasCount(1);
    }

    /** Chromium without a display calls every tab visible: the page is told otherwise. */
    private static void see(Page page, String state) {
        page.evaluate(
                "state => { for (const [name, value] of [['hidden', state === 'hidden'],"
                        + " ['visibilityState', state]])"
                        + " Object.defineProperty(document, name, {value, configurable: true});"
                        + " if (state === 'hidden') new BroadcastChannel('lockstep-live')"
                        + ".addEventListener('message', ({data}) =>"
                        + " { window.passedOn ||= data.name === 'orders'; });"
                        + " document.dispatchEvent(new Event('visibilitychange')); }",
                state);
    }
}
