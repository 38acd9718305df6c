package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import com.microsoft.playwright.options.KeyboardModifier;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The order list: tabs, filters, sorting, choosing, replacing, and very many orders. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class OrderListTest {
    private static final int MANY = 100_000;
    private static final int MOST_ROWS_IN_THE_PAGE = 100;

    private static final HasTextOptions ONE_MINUTE = new HasTextOptions().setTimeout(60_000);

    private Page page;
    private Ticket ticket;

    @BeforeEach
    void enter(Screen screen) {
        page = screen.enter("trade");
        ticket = new Ticket(page);
    }

    @Test
    void tabs_and_filters_show_what_they_say_and_count_it() {
        ticket.write("NVDA", "3").limit("90").sendIt();
        ticket.write("NVDA", "4");
        ticket.field("type").selectOption("market");
        ticket.sendIt();

        ticket.tab("filled");
        page.locator("#filter").fill("nvda");
        assertThat(page.locator(".row.body")).hasCount(1);
        assertThat(ticket.rows("market day")).containsText("✓ filled");
        assertThat(page.locator("[data-tab=filled] .count")).hasText(Pattern.compile("[1-9]"));

        ticket.tab("all");
        assertThat(page.locator(".row.body")).hasCount(2);
        page.locator("#filter-status").selectOption("new");
        assertThat(page.locator(".row.body")).hasCount(1);
        page.locator("#filter-side").selectOption("sell");
        assertThat(page.locator("#blotter .empty")).hasText("No order matches these filters.");
    }

    @Test
    void a_click_on_a_head_sorts_by_it_and_a_second_one_the_other_way_round() {
        for (String limit : new String[] {"52", "51", "53"}) {
            ticket.write("KO", "1").limit(limit).sendIt();
        }
        page.locator("#filter").fill("KO");
        assertThat(page.locator(".row.body")).hasCount(3);
        Locator head = page.locator("[data-column=price]");

        head.locator("button").click();
        assertThat(head).hasAttribute("aria-sort", "descending");
        assertRows("53.00", "52.00", "51.00");
        head.locator("button").click();
        assertRows("51.00", "52.00", "53.00");
        head.locator("button").click();

        assertRows("53.00", "51.00", "52.00");
    }

    @Test
    void several_are_chosen_by_ctrl_and_shift_and_canceled_at_once() {
        for (String limit : new String[] {"11", "12", "13", "14"}) {
            ticket.write("PFE", "1").limit(limit).sendIt();
        }
        page.locator("#filter").fill("PFE");
        assertThat(page.locator(".row.body")).hasCount(4);

        cell("limit 14").click();
        cell("limit 12").click(with(KeyboardModifier.SHIFT));
        cell("limit 13").click(with(KeyboardModifier.CONTROL));
        assertThat(page.locator("#cancel-chosen")).hasText("Cancel 2 selected");
        page.locator("#cancel-chosen").click();
        page.keyboard().press("Enter");

        assertRows("13.00", "11.00");
    }

    @Test
    void an_order_is_replaced_in_its_row_and_what_it_replaces_stands_under_it() {
        ticket.write("INTC", "5").limit("21").sendIt();
        ticket.tab("all");
        page.locator("#filter").fill("INTC");

        ticket.rows("limit 21").hover();
        ticket.rows("limit 21").getByText("Replace").click();
        Locator form = page.locator("form.replace");
        form.locator("[name=qty]").fill("0");
        form.locator("button[type=submit]").click();
        assertThat(form.locator(".field-error")).containsText("qty: 0");
        form.locator("[name=qty]").fill("6");
        form.locator("[name=limitPrice]").fill("22");
        form.locator("button[type=submit]").click();

        assertThat(form).hasCount(0);
        assertRows("22.00", "21.00");
        assertThat(ticket.rows("limit 21")).hasClass(Pattern.compile("rank-2"));
        assertThat(ticket.rows("limit 21")).containsText("replaced");
    }

    @Test
    void an_order_shows_what_happened_and_on_what_evidence() {
        ticket.write("TSLA", "1").limit("1").sendIt();

        ticket.rows("limit 1 day").locator("button.link").click();

        assertThat(page.locator("#detail ol li").first()).containsText("pending submit");
        page.locator("#detail summary").first().click();
        // A sync may have seen the order before the answer to its request came.
        assertThat(page.locator("#detail pre").first())
                .containsText(Pattern.compile("client_order_id|broker order id"));
    }

    @Test
    void a_click_on_an_order_that_changes_meanwhile_shows_it() {
        ticket.write("CSCO", "1").limit("19").sendIt();
        // Other orders may have a strategy: its column would come between pointer and button.
        page.locator("#filter").fill("CSCO");
        assertThat(page.locator(".row.body:not(:has-text('CSCO'))")).hasCount(0);
        ticket.tab("all");
        Locator row = ticket.rows("CSCO limit 19 day");
        assertThat(row).containsText("● new");

        row.locator("button.link").hover();
        page.mouse().down();
        page.evaluate(
                "async () => { const {ask} = await import('/web/base/api.js');"
                        + " await ask('POST', '/orders/cancel-all', {symbol: 'CSCO'}); }");
        assertThat(row).containsText("– canceled");
        page.mouse().up();

        assertThat(page.locator("#detail-head")).hasText("Buy 1 CSCO");
    }

    @Test
    void a_hundred_thousand_orders_are_loaded_as_one_scrolls_and_few_are_in_the_page() {
        page.evaluate(ManyOrders.LISTED, MANY);
        ticket.tab("all");
        assertThat(page.locator("#orders-foot")).hasText("1,000 loaded, more as you scroll");

        scrollToTheEnd();
        assertThat(page.locator("#orders-foot")).hasText("2,000 loaded, more as you scroll");
        assertThat(ticket.rows("limit 100000 day")).hasCount(0);

        page.locator("[data-column=price] button").click();
        page.locator("[data-column=price] button").click();
        assertThat(page.locator("#orders-foot")).hasText("100,000 orders", ONE_MINUTE);
        assertThat(page.locator(".row.body .price").first()).hasText("1.00");
        scrollToTheEnd();

        assertThat(ticket.rows("limit 100000 day")).isVisible();
        assertThat(page.locator(".row.body").count()).isLessThan(MOST_ROWS_IN_THE_PAGE);
    }

    /** The list is as long as its orders only once it has been drawn. */
    private void scrollToTheEnd() {
        page.waitForFunction(
                "() => { const list = document.querySelector('#blotter .scroll');"
                        + " list.scrollTop = list.scrollHeight; return list.scrollTop > 0; }");
    }

    private Locator cell(String text) {
        return ticket.rows(text).locator(".qty");
    }

    private static Locator.ClickOptions with(KeyboardModifier key) {
        return new Locator.ClickOptions().setModifiers(List.of(key));
    }

    private void assertRows(String... prices) {
        assertThat(page.locator(".row.body .price")).hasText(prices);
    }
}
