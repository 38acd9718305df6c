package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of what a trader writes into the ticket. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class TicketTest {
    private Screen screen;
    private Page page;
    private Ticket ticket;

    @BeforeEach
    void enter(Screen opened) {
        screen = opened;
        page = screen.enter("trade");
        ticket = new Ticket(page);
    }

    @Test
    void an_order_that_is_sent_by_mouse_shows_and_is_canceled() {
        ticket.write("MSFT", "3").limit("201");
        assertThat(page.locator("#verdict")).containsText("would be sent: buy 3 MSFT limit 201");

        ticket.send();

        Locator row = ticket.rows("limit 201 day");
        assertThat(row).containsText("new");
        row.hover();
        row.getByText("Cancel", new Locator.GetByTextOptions().setExact(true)).click();
        assertThat(row).hasCount(0);
        ticket.tab("canceled");
        assertThat(row).containsText("canceled");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void a_double_click_is_one_order_however_slow_it_is(int pauseMillis) {
        String limit = pauseMillis == 0 ? "211" : "212";
        ticket.write("MSFT", "1").limit(limit);

        page.locator("#send").dblclick(new Locator.DblclickOptions().setDelay(pauseMillis));

        assertThat(page.locator("#outcome")).containsText("submitted");
        assertThat(ticket.rows("limit " + limit + " day")).hasCount(1);
    }

    @Test
    void what_is_wrong_is_said_at_its_field_and_a_denial_before_it_is_sent() {
        ticket.write("AAPL", "x");
        assertThat(page.locator("#error-qty")).containsText("expected a decimal number");

        ticket.field("qty").fill("1.5");
        assertThat(page.locator("#error-qty")).hasCount(0);
        ticket.field("timeInForce").selectOption("gtc");

        assertThat(page.locator("#verdict")).containsText("would be denied: quantity");
    }

    @Test
    void what_it_costs_and_what_is_left_is_shown_before_it_is_sent() {
        ticket.write("AAPL", "10").limit("150.25");

        assertThat(page.locator("#estimate")).containsText("Estimated cost≈ $1,502.50");
        assertThat(page.locator("#estimate")).containsText(Pattern.compile("Left afterwards≈ \\$"));

        ticket.side("sell");
        assertThat(page.locator("#estimate")).containsText("Estimated proceeds≈ $1,502.50");
        assertThat(page.locator("#send")).hasText("Sell 10 AAPL");
    }

    @Test
    void a_click_on_the_quote_takes_its_price_as_the_limit() {
        ticket.write("MSFT", "1");
        Locator bid = page.locator("#quote .bid");
        assertThat(bid).isEnabled();

        bid.click();

        assertThat(ticket.field("type")).hasValue("limit");
        assertThat(ticket.field("limitPrice")).hasValue(Pattern.compile("[0-9]+(\\.[0-9]+)?"));
    }

    @Test
    void a_bracket_stands_in_the_list_with_its_legs_under_it() {
        ticket.write("MSFT", "2").limit("205");
        ticket.field("orderClass").selectOption("bracket");
        ticket.field("takeProfit").fill("905");
        ticket.field("stopLoss").fill("105");
        assertThat(page.locator("#verdict")).containsText("take profit 905, stop loss 105");

        ticket.sendIt();

        page.locator("#filter").fill("MSFT");
        Locator entry = ticket.rows("limit 205 day");
        assertThat(entry).containsText("bracket");
        for (String leg : new String[] {"limit 905", "stop 105"}) {
            assertThat(ticket.rows(leg)).hasClass(Pattern.compile("rank-1"));
        }
        assertThat(
                        page.locator(
                                ".row.body:has(.pick[aria-label*='limit 205 day'])"
                                        + " + .rank-1 + .rank-1"))
                .hasCount(1);
    }

    @Test
    void who_wants_to_be_asked_is_asked_before_each_order() {
        page.navigate(screen.address() + "/#settings");
        page.locator("[name=pref-confirm][value=always]").check();
        page.navigate(screen.address() + "/#trade");
        ticket.write("MSFT", "1").limit("206");
        assertThat(page.locator("#verdict")).containsText("limit 206");

        ticket.send();
        assertThat(page.locator("dialog.ask")).containsText("would be sent: buy 1 MSFT limit 206");
        page.keyboard().press("Escape");
        assertThat(page.locator("#outcome")).isEmpty();
        ticket.send();
        page.keyboard().press("Enter");

        assertThat(page.locator("#outcome")).containsText("submitted");
    }

    @Test
    void a_refusal_has_its_fix_as_a_button_and_its_whole_reason_under_the_list() {
        ticket.write("BTCUSD", "1");
        page.locator("#fix").click();
        assertThat(ticket.field("symbol")).hasValue("BTC/USD");
        assertThat(page.locator("#fix")).isHidden();

        ticket.write("ZZZZ", "1");
        assertThat(page.locator("#verdict")).containsText("would be denied");
        ticket.send();
        ticket.tab("rejected");
        ticket.rows("ZZZZ market day").first().locator(".qty").click();
        assertThat(page.locator("#orders-foot")).containsText("does not have the symbol ZZZZ");
    }
}
