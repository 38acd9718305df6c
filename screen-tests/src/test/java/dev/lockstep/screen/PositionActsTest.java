package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Quantities by a share and by risk, and what the buttons of positions do. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class PositionActsTest {
    private BrowserContext window;
    private Screen screen;

    @BeforeEach
    void open(Screen opened) {
        screen = opened;
        window = opened.window();
    }

    @Test
    void a_quantity_is_a_share_of_the_buying_power_or_what_loses_an_amount_at_a_stop() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("ORCL", "").limit("100");
        assertThat(page.locator("#account")).containsText("Buying power");
        page.locator("[data-percent='25']").click();
        assertThat(ticket.field("qty")).hasValue(Pattern.compile("[1-9][0-9]+"));

        page.locator("#by-risk").click();
        page.locator("#ask-risk").fill("50");
        page.locator("#ask-stop").fill("101");
        assertThat(page.locator("dialog.ask [type=submit]")).isDisabled();
        page.locator("#ask-stop").fill("97");
        assertThat(page.locator("dialog.ask")).containsText("buy 16 ORCL, loses at most $50.00");
        page.keyboard().press("Enter");

        assertThat(ticket.field("qty")).hasValue("16");
        assertThat(ticket.field("stopLoss")).hasValue("97");
        assertThat(ticket.field("orderClass")).hasValue("oto");
        assertThat(page.locator("#verdict")).containsText("stop loss 97");
    }

    @Test
    void a_position_is_turned_round() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("WMT", "3").sendIt();
        page.locator("[aria-label='Reverse WMT']").click();
        assertThat(page.locator("dialog.ask")).containsText("sell 3 WMT closes the position");
        page.keyboard().press("Enter");

        assertThat(page.locator("#positions tr:has-text('WMT') td.n").first()).hasText("-3");
    }

    @Test
    void a_reversal_goes_on_without_its_page() {
        Page page = screen.enter(window, "trade");
        new Ticket(page).write("QQQ", "2").sendIt();
        page.locator("[aria-label='Reverse QQQ']").click();
        page.waitForResponse(
                "**/api/v1/positions/QQQ/reverse", () -> page.keyboard().press("Enter"));
        page.navigate("about:blank");

        Page other = screen.enter(window, "trade");

        assertThat(other.locator("#positions tr:has-text('QQQ') td.n").first()).hasText("-2");
    }

    @Test
    void an_order_that_is_written_during_a_reversal_stays_in_the_ticket() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("IWM", "3").sendIt();
        page.locator("[aria-label='Reverse IWM']").click();
        page.keyboard().press("Enter");
        ticket.write("IBM", "7");

        assertThat(page.locator("#positions tr:has-text('IWM') td.n").first()).hasText("-3");
        assertThat(ticket.field("symbol")).hasValue("IBM");
        assertThat(ticket.field("qty")).hasValue("7");
    }

    @Test
    void what_cannot_be_read_is_named_when_all_is_closed() {
        Page page = window.newPage();
        new StubbedRequests(page)
                .answer(
                        "positions",
                        _ ->
                                "{\"positions\":["
                                        + held("AAPL", "5")
                                        + "],\"unreadable\":[{\"kind\":\"position\","
                                        + "\"symbol\":\"AAPL260116C00250000\",\"qty\":\"1\","
                                        + "\"text\":\"an option\",\"raw\":\"{}\"}]}")
                .answer(
                        "positions/AAPL/close",
                        _ -> "{\"symbol\":\"AAPL\",\"result\":\"closing\"}");
        Screen.enter(page, screen.address(), "trade");
        page.locator("#close-all").click();
        assertThat(page.locator("dialog.ask")).containsText("; 1 unreadable position stays.");
        page.keyboard().press("Enter");

        assertThat(page.locator("#alarms"))
                .containsText("1 closing order requested; 1 unreadable position stays");
    }

    @Test
    void a_part_is_typed_as_a_percentage() {
        Page page = screen.enter(window, "trade");
        new Ticket(page).write("DIS", "8").sendIt();
        page.locator("[aria-label='Close DIS']").click();
        page.locator("#ask-qty").fill("25 %");
        assertThat(page.locator("dialog.ask")).containsText("Sell 2 DIS, about");
        assertThat(page.locator("dialog.ask")).containsText("At the market");
        page.keyboard().press("Enter");

        assertThat(page.locator("#positions tr:has-text('DIS') td.n").first()).hasText("6");
    }

    @Test
    void a_position_is_closed_at_a_limit_with_the_verdict_on_it() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("DIA", "4").sendIt();
        page.locator("[aria-label='Close half of DIA']").click();
        page.locator("#ask-limit").fill("9999");
        assertThat(page.locator("dialog.ask")).containsText("sell 2 DIA limit 9999 gtc");
        page.keyboard().press("Enter");

        assertThat(ticket.rows("DIA limit 9999 gtc")).hasCount(1);
        assertThat(page.locator("#positions tr:has-text('DIA') td.n").first()).hasText("4");
    }

    @Test
    void a_close_at_a_limit_takes_the_shares_of_a_stop_which_stays_for_the_rest() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("XOM", "6").sendIt();
        page.locator("[aria-label='Stop for XOM']").click();
        ticket.field("stopPrice").fill("20");
        ticket.sendIt();
        assertThat(ticket.rows("XOM stop 20")).hasCount(1);

        page.locator("[aria-label='Close XOM']").click();
        page.locator("#ask-qty").fill("7");
        assertThat(page.locator("dialog.ask")).containsText("at most 6");
        page.locator("#ask-qty").fill("4");
        page.locator("#ask-limit").fill("900");
        assertThat(page.locator("dialog.ask")).containsText("above the bid");
        page.keyboard().press("Enter");

        assertThat(ticket.rows("XOM limit 900")).hasCount(1);
        assertThat(ticket.rows("sell 2 XOM stop 20")).hasCount(1);
    }

    @Test
    void columns_are_chosen_remembered_and_reset() {
        Page page = screen.enter(window, "trade");
        // Where other tests have given orders to strategies, a narrower list has no room for the
        // time in force.
        page.setViewportSize(1920, 1080);
        new Ticket(page).write("PG", "1").limit("3").sendIt();
        new Ticket(page).write("PG", "1").sendIt();
        Locator tif = page.locator(".row.head .tif");
        Locator today = page.locator("#positions th:has-text('Today')");
        assertThat(tif).isVisible();
        assertThat(today).isVisible();

        page.locator("[data-columns=orders]").click();
        page.locator(":popover-open [name=tif]").uncheck();
        page.keyboard().press("Escape");
        page.locator("[data-columns=positions]").click();
        page.locator(":popover-open [name=Today]").uncheck();
        page.keyboard().press("Escape");
        assertThat(tif).isHidden();
        page.reload();

        assertThat(page.locator(".row.body").first()).isVisible();
        assertThat(page.locator(".row.body .tif").first()).isHidden();
        assertThat(page.locator("#positions tr:has-text('PG')")).isVisible();
        assertThat(today).isHidden();
        page.locator("[data-columns=orders]").click();
        page.locator(":popover-open button").click();
        page.keyboard().press("Escape");
        assertThat(tif).isVisible();
        assertThat(today).isHidden();
    }

    @Test
    void all_positions_are_closed_while_trading_goes_on() {
        List<String> closed = new ArrayList<>();
        Page page = window.newPage();
        new StubbedRequests(page)
                .answer(
                        "positions",
                        _ ->
                                "{\"positions\":["
                                        + held("AAPL", "5")
                                        + ","
                                        + held("TSLA", "-2")
                                        + "]}")
                .answer(
                        "positions/[A-Z]+/close",
                        path -> {
                            closed.add(path.replaceAll("positions/|/close", ""));
                            return "{\"symbol\":\"X\",\"result\":\"closing\"}";
                        });
        Screen.enter(page, screen.address(), "trade");
        page.locator("#close-all").click();
        assertThat(page.locator("dialog.ask")).containsText("5 AAPL, -2 TSLA");
        page.keyboard().press("Enter");

        assertThat(page.locator("#notes")).containsText("2 closing orders requested");
        assertThat(closed).containsExactly("AAPL", "TSLA");
        assertThat(page.locator("#trading")).hasText("● trading active");
    }

    @Test
    void the_first_order_is_one_click_away_with_simulated_money() {
        Page page = window.newPage();
        new StubbedRequests(page).answer("orders", _ -> "{\"orders\":[],\"next\":null}");
        Screen.enter(page, screen.address(), "trade");
        page.evaluate(
                "async () => { const {TABS} = await "
                        + Screen.module("orders/status.js")
                        + ";"
                        + " TABS.at(-1).count = () => 0; }");
        page.locator("#example").click();

        assertThat(new Ticket(page).field("symbol")).hasValue("AAPL");
        assertThat(new Ticket(page).field("qty")).hasValue("10");
    }

    @Test
    void exports_have_everything_that_the_filters_select() {
        Page page = screen.enter(window, "trade");
        new Ticket(page).write("PEP", "1").limit("12").sendIt();
        page.locator("#filter").fill("PEP");
        assertThat(page.locator("#orders-export [data-kind=orders]"))
                .hasAttribute("href", "/api/v1/export/orders?symbol=PEP");
        String csv =
                Objects.toString(
                        page.evaluate(
                                "async () => (await fetch(document.querySelector("
                                        + "'#orders-export [data-kind=orders]').href)).text()"));

        assertThat(csv.lines().skip(1))
                .isNotEmpty()
                .allMatch(line -> line.startsWith("PEP,"))
                .anyMatch(line -> line.contains("limit,12,"));
    }

    private static String held(String symbol, String qty) {
        return """
        {"symbol":"%s","localQty":"%s","adjustedQty":"0","brokerQty":"%s","reconciled":true,\
        "feePending":false,"availableQty":"%s","avgEntryPrice":"10","lastPrice":"10",\
        "marketValue":"10","unrealized":"0","dayChange":"0"}\
        """
                .formatted(symbol, qty, qty, qty);
    }
}
