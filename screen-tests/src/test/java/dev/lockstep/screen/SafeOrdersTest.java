package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** No order is sent that was not requested, and none differs from what the ticket shows. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class SafeOrdersTest {
    private static final String ORDERS = "**/api/v1/orders";
    private static final String POSITION =
            """
            {"symbol":"%s","localQty":"%s","brokerQty":"%s","reconciled":true,"availableQty":"%s","avgEntryPrice":"5",\
            "lastPrice":"5","marketValue":"15","unrealized":"0","dayChange":"0","adjustedQty":"0"}\
            """;

    private final List<String> sent = new CopyOnWriteArrayList<>();
    private BrowserContext window;
    private Page page;
    private Ticket ticket;

    @BeforeEach
    void enter(Screen opened) {
        window = opened.window();
        window.onRequest(request -> {
            if (request.method().equals("POST") && request.url().endsWith("/orders")) {
                sent.add(request.postData());
            }
        });
        page = opened.enter(window, "trade");
        ticket = new Ticket(page);
    }

    @Test
    void an_order_that_never_arrived_is_not_sent_by_a_reload_but_offered() {
        lose();
        ticket.write("MSFT", "1").limit("203").send();
        assertThat(page.locator("#unanswered")).containsText("buy 1 MSFT limit 203");
        page.unroute(ORDERS);
        sent.clear();

        page.reload();

        Locator panel = page.locator("#unanswered");
        assertThat(panel).containsText("The server does not have this order: it was not sent.");
        assertThat(sent).isEmpty();
        page.locator("#unanswered-discard").click();
        assertThat(panel).isHidden();
        page.reload();
        assertThat(page.locator("#page")).hasText("● live");
        assertThat(panel).isHidden();
        assertThat(sent).isEmpty();
    }

    @Test
    void an_offered_order_is_sent_once_on_request() {
        lose();
        ticket.write("MSFT", "1").limit("204").send();
        assertThat(page.locator("#unanswered")).isVisible();
        page.unroute(ORDERS);
        page.reload();
        page.locator("#unanswered-send").click();

        assertThat(page.locator("#outcome")).containsText("submitted: buy 1 MSFT limit 204");
        assertThat(page.locator("#unanswered")).isHidden();
        assertThat(ticket.rows("limit 204 day")).hasCount(1);
    }

    @Test
    void an_order_that_arrived_without_an_answer_is_found_by_its_key() {
        page.route(
                ORDERS,
                route -> {
                    route.fetch();
                    route.abort();
                });
        ticket.write("MSFT", "1").limit("207").send();

        assertThat(page.locator("#outcome")).containsText("already submitted: buy 1 MSFT");
        assertThat(page.locator("#unanswered")).isHidden();
        assertThat(ticket.rows("limit 207 day")).hasCount(1);
    }

    @Test
    void the_button_never_sends_another_order_than_it_names() {
        lose();
        ticket.write("INTC", "12").limit("8").send();
        assertThat(page.locator("#unanswered")).containsText("buy 12 INTC limit 8");

        ticket.write("CSCO", "1").limit("9");

        assertThat(page.locator("#send")).hasText("Buy 1 CSCO");
        assertThat(page.locator("#send")).isDisabled();
        assertThat(page.locator("#verdict")).hasText("First decide on the earlier order above.");
        page.unroute(ORDERS);
        page.locator("#unanswered-discard").click();
        page.locator("#send").click();
        assertThat(page.locator("#outcome")).containsText("submitted: buy 1 CSCO limit 9");
        assertThat(ticket.rows("limit 8 day")).hasCount(0);
    }

    @Test
    void values_of_one_instrument_are_not_kept_for_another_one() {
        ticket.write("MSFT", "3").limit("70");
        assertThat(page.locator("#quote .ask strong")).not().hasText("–");

        ticket.field("symbol").fill("TSLA");

        assertThat(ticket.field("limitPrice")).hasValue("");
        assertThat(ticket.field("qty")).hasValue("");
        assertThat(ticket.field("type")).hasValue("market");
    }

    @ParameterizedTest
    @CsvSource({"-20, buy, 20", "12, sell, 12"})
    void a_click_on_a_position_prepares_its_exit(String held, String side, String qty) {
        show(POSITION.formatted("AMD", held, held, qty));
        ticket.write("MSFT", "3").limit("70");

        page.locator("#positions button.link").click();

        assertThat(page.locator("[name=side][value=" + side + "]")).isChecked();
        assertThat(ticket.field("symbol")).hasValue("AMD");
        assertThat(ticket.field("qty")).hasValue(qty);
        assertThat(ticket.field("type")).hasValue("market");
        assertThat(ticket.field("limitPrice")).hasValue("");
    }

    @Test
    void quantities_are_read_as_they_are_written_here() {
        Map<String, String> read = Map.of("1,000", "1000", " 12.5 ", "12.5", ".5", "0.5");
        read.forEach((typed, plain) -> {
            ticket.write("MSFT", typed);
            assertThat(page.locator("#send")).hasText("Buy " + plain + " MSFT");
        });
        for (String wrong : new String[] {"1e3", "-1", "230,50", "0x10"}) {
            ticket.write("MSFT", wrong);
            assertThat(page.locator("#error-qty"))
                    .containsText(wrong + ": expected a decimal number");
            page.locator("#send").click();
            assertThat(ticket.field("qty")).isFocused();
        }
        assertThat(sent).isEmpty();
    }

    @Test
    void prices_may_have_their_sign() {
        ticket.write("MSFT", "1").limit("$1,230.50");

        assertThat(page.locator("#verdict")).containsText("limit 1230.5");
    }

    @Test
    void enter_reviews_and_control_with_enter_sends_and_leaves_a_clean_ticket() {
        ticket.write("MSFT", "1").limit("208");
        ticket.field("symbol").press("Enter");
        assertThat(page.locator("#verdict")).containsText("would be sent: buy 1 MSFT limit 208");
        assertThat(page.locator("#send")).isFocused();
        assertThat(sent).isEmpty();

        ticket.field("limitPrice").press("Control+Enter");

        assertThat(page.locator("#outcome")).containsText("submitted: buy 1 MSFT limit 208");
        assertThat(ticket.field("qty")).hasValue("");
        assertThat(ticket.field("type")).hasValue("market");
        assertThat(page.locator("#send")).hasText("Buy MSFT");
    }

    @Test
    void the_verdict_follows_a_halt_from_another_place() {
        ticket.write("MSFT", "1").limit("400");
        assertThat(page.locator("#verdict")).containsText("would be sent");

        page.evaluate(
                "async () => { const {ask} = await import('/web/base/api.js');"
                        + " await ask('POST', '/trading/halt', {reason: 'test'}); }");
        try {
            assertThat(page.locator("#verdict")).containsText("would be denied: trading is halted");
        } finally {
            page.evaluate(
                    "async () => { const {ask} = await import('/web/base/api.js');"
                            + " await ask('POST', '/trading/resume', {reason: 'test'}); }");
        }
        assertThat(page.locator("#verdict")).containsText("would be sent");
    }

    @Test
    void the_verdict_knows_buying_power_and_the_distance_to_the_market() {
        ticket.write("MSFT", "9000000");
        assertThat(page.locator("#verdict")).containsText("the buying power is $");
        assertThat(page.locator("#verdict")).hasClass("bad-text");

        ticket.write("MSFT", "1").limit("5000");
        assertThat(page.locator("#verdict")).containsText("% above the ask");
        assertThat(page.locator("#verdict")).hasClass("warn-text");

        ticket.write("BTCUSD", "1");
        assertThat(page.locator("#verdict"))
                .containsText("would be denied: the broker does not have the symbol");
    }

    @Test
    void the_verdict_knows_which_shares_are_free() {
        show(POSITION.formatted("MSFT", "10", "10", "4"));
        ticket.write("MSFT", "6").side("sell");
        assertThat(page.locator("#verdict")).containsText("only 4 of 10 are available");

        ticket.write("MSFT", "15");
        assertThat(page.locator("#verdict")).containsText("opens a short position of 5");
    }

    @Test
    void half_of_a_position_is_named_with_its_value_before_it_is_closed() {
        show(
                POSITION.formatted("MSFT", "3", "3", "3")
                        + ","
                        + POSITION.formatted("KO", "10.5", "10.5", "10.5")
                        + ","
                        + POSITION.formatted("ETH/USD", "1.49625", "1.49625", "1.49625"));
        Map<String, String> halves = Map.of("MSFT", "2", "KO", "5.5", "ETH/USD", "0.748125");
        halves.forEach((symbol, half) -> {
            page.locator("#positions tr:has-text('" + symbol + "') [data-act=half]").click();
            assertThat(page.locator("#ask-qty")).hasValue(half);
            assertThat(page.locator("dialog.ask")).containsText("Sell " + half + " " + symbol);
            assertThat(page.locator("dialog.ask")).containsText("about $");
            page.locator("#ask-qty").fill("1e1");
            assertThat(page.locator("dialog.ask [type=submit]")).isDisabled();
            page.keyboard().press("Escape");
        });
    }

    private void lose() {
        page.route(ORDERS, Route::abort);
    }

    private void show(String position) {
        String body = "{\"positions\":[" + position + "]}";
        new StubbedRequests(page).answer("positions", _ -> body);
        page.reload();
        assertThat(page.locator("#positions button.link").first()).isVisible();
    }
}
