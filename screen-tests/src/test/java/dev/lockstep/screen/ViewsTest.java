package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions;
import com.microsoft.playwright.assertions.LocatorAssertions.HasTextOptions;
import java.io.IOException;
import java.nio.file.Files;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** What the views beside the trading one are for. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class ViewsTest {
    /**
     * A view polls every ten seconds; profit is measured at most 5 % of the time, later under load.
     */
    private static final LocatorAssertions.ContainsTextOptions NEXT_LOOK =
            new LocatorAssertions.ContainsTextOptions().setTimeout(60_000);

    /**
     * Fees are fetched by a sync, and every 30 s by the position check; a view polls after that.
     */
    private static final LocatorAssertions.ContainsTextOptions ONCE_BOOKED =
            new LocatorAssertions.ContainsTextOptions().setTimeout(90_000);

    /** Until this test has seen that the order is unknown. */
    private static final String LOST_FOR_A_WHILE =
            "{\"rules\": [{\"target\": \"POST /v2/orders\", \"fault\": \"drop_after\", \"times\": 1},"
                    + " {\"target\": \"STREAM *\", \"fault\": \"lose\", \"times\": 1000},"
                    + " {\"target\": \"GET /v2/orders*\", \"fault\": \"error_before\", \"times\": 1000}]}";

    /** A fault of a request that is not made. */
    private static final String HARMLESS =
            "{\"rules\": [{\"target\": \"GET /v2/none\", \"fault\": \"drop_after\", \"times\": 1}]}";

    private static final HasTextOptions SOON = new HasTextOptions().setTimeout(30_000);

    private Screen screen;
    private Page page;

    @BeforeEach
    void enter(Screen opened) {
        screen = opened;
        page = opened.enter("trade");
    }

    @Test
    void an_order_whose_answer_is_lost_is_seen_to_heal() {
        go("simulator");
        page.locator("[data-preset=lost-answer]").click();
        assertThat(page.locator("#view-simulator tbody").last()).containsText("drop_after");
        // The next sync would heal it, whenever that comes: no question gets an answer.
        plan(LOST_FOR_A_WHILE);
        go("trade");
        // The note goes away by itself, so what it says is kept.
        page.evaluate(
                "() => { const alarms = document.querySelector('#alarms'); window.alarmed = '';"
                        + " new MutationObserver(() => { window.alarmed += alarms.textContent; })"
                        + ".observe(alarms, {childList: true, subtree: true}); }");
        Ticket ticket = new Ticket(page);
        ticket.write("AMD", "1").limit("61").sendIt();

        page.waitForFunction("() => window.alarmed.includes('unknown')");
        Locator row = ticket.rows("limit 61 day");
        assertThat(row).containsText("? unknown");
        assertThat(page.locator("#facts")).containsText("Unknown? 1");
        row.locator("button.link").click();
        assertThat(page.locator("#detail")).containsText("neither failed nor working");
        plan(HARMLESS);

        assertThat(page.locator("#detail-head + .badge")).hasText("● new", SOON);
        page.keyboard().press("Escape");
        assertThat(row).containsText("● new");
        assertThat(page.locator("#facts")).containsText("Unknown0");
        go("simulator");
        page.locator("#faults-clear").click();
        assertThat(page.locator("#view-simulator")).containsText("No faults.");
    }

    @Test
    void a_price_that_is_set_lets_what_waits_for_it_trade() {
        Ticket ticket = new Ticket(page);
        ticket.write("F", "3").limit("5").sendIt();
        go("simulator");
        page.locator("#price-form [name=symbol]").fill("f");
        page.locator("#price-form [name=price]").fill("4.5");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notes")).containsText("F is at 4.5");

        go("trade");
        ticket.tab("filled");
        assertThat(ticket.rows("limit 5 day")).containsText("✓ filled");
        assertThat(page.locator("#positions")).containsText("F", NEXT_LOOK);

        go("profit");
        assertThat(page.locator("section[aria-labelledby='symbols-head'] table"))
                .containsText("F3", NEXT_LOOK);
        assertThat(page.locator("#equity-chart canvas").first()).isVisible();
        page.locator("#view-profit summary").click();
        assertThat(page.locator("#view-profit .figures-table tbody tr").first()).containsText("$");
        page.locator("[data-period='1M']").click();
        assertThat(page.locator("#view-profit .figures")).containsText("Equity");
        assertThat(page.locator("#view-profit a[href='https://www.tradingview.com/']")).isVisible();
    }

    @Test
    void a_fee_in_coin_is_listed_beside_the_profit_and_named_with_the_position() {
        Ticket ticket = new Ticket(page);
        ticket.write("ETH/USD", "1").field("timeInForce").selectOption("gtc");
        ticket.sendIt();
        go("health");
        page.getByText("Sync now").click();
        assertThat(page.locator("#notes")).containsText("Synced with the broker");

        go("profit");
        assertThat(page.locator("#adjustments tbody")).containsText("ETH/USD", ONCE_BOOKED);
        assertThat(page.locator("#adjustments tbody")).containsText("-0.0025");
        assertThat(page.locator("#adjustments tbody")).containsText("fee");

        go("trade");
        assertThat(page.locator("#positions")).containsText("adjusted -0.0025", ONCE_BOOKED);
    }

    @Test
    void activity_is_followed_filtered_and_taken_away() throws IOException {
        Page other = screen.enter(page.context(), "activity");
        Ticket ticket = new Ticket(page);
        ticket.write("VZ", "1").limit("7").sendIt();
        assertThat(other.locator("#view-activity tbody")).containsText("VZ");

        other.locator("#activity-symbol").fill("vz");
        other.locator("#activity-text").fill("pending submit");
        assertThat(other.locator("#view-activity tbody tr")).hasCount(1);
        Download file = other.waitForDownload(() -> other.locator("#activity-export").click());

        assertThat(file.suggestedFilename()).endsWith(".csv");
        assertThat(Files.readAllLines(file.path()))
                .hasSize(2)
                .first()
                .isEqualTo("sequence,at,orderId,symbol,side,status,filledQty,source,summary");
    }

    @Test
    void health_tells_each_check_accounts_for_every_order_and_makes_a_backup() {
        new Ticket(page).write("T", "1").limit("6").sendIt();
        go("health");

        assertThat(page.locator("#view-health")).containsText("✓ ok");
        assertThat(page.locator(".invariant"))
                .hasText(Pattern.compile("✓ [1-9][0-9]* orders = .* \\+ 0 unanswered"), SOON);
        page.locator("#backup").click();
        assertThat(page.locator("#notes")).containsText("Backed up: ");
    }

    @Test
    void a_limit_is_set_with_its_reason_obeyed_by_the_ticket_and_cleared() {
        go("risk");
        page.locator("[aria-label='Set max-order-qty']").click();
        page.locator("#ask-value").fill("many");
        page.keyboard().press("Enter");
        assertThat(page.locator("dialog.ask")).containsText("max-order-qty: many");
        page.locator("#ask-value").fill("5");
        page.locator("#ask-reason").fill("first week");
        page.keyboard().press("Enter");
        Locator line =
                page.locator("tr").filter(new Locator.FilterOptions().setHasText("max-order-qty"));
        assertThat(line).containsText("5");

        go("trade");
        new Ticket(page).write("MSFT", "6");
        assertThat(page.locator("#verdict")).containsText("would be denied");

        go("risk");
        page.locator("[aria-label='Clear max-order-qty']").click();
        page.keyboard().press("Enter");
        assertThat(line).containsText("not set");
    }

    private void plan(String faults) {
        page.evaluate(
                "plan => fetch('/api/v1/simulator/faults', {method: 'PUT',"
                        + " headers: {'Content-Type': 'application/json'}, body: plan})",
                faults);
    }

    private void go(String view) {
        page.navigate(screen.address() + "/#" + view);
        assertThat(page.locator("#view-" + view)).isVisible();
    }
}
