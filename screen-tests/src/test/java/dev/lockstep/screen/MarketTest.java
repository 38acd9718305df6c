package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.BoundingBox;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The chart, strategies and incidents of the screen. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class MarketTest {
    private static final String INCIDENT =
            """
            {"incidents":[{"number":7,"kind":"external_order","subject":"GOOG","text":"2 orders",\
            "openedAt":"2026-01-05T14:30:00Z","closedAt":null,"resolution":"","closable":false,\
            "acknowledgedBy":null,"acknowledgedReason":null,"acknowledgedAt":null}]}\
            """;
    private static final String EXTERNAL =
            """
            {"external":[{"brokerOrderId":"b-1","clientOrderId":"c-1","symbol":"GOOG","side":"buy",\
            "terms":{"qty":"1","type":"limit","limitPrice":"9","timeInForce":"day"},"brokerStatus":"new","filledQty":"0",\
            "submittedAt":"2026-01-05T14:30:00Z"}],"unreadable":[],"count":1,"next":null}\
            """;

    private static final double STEP_PIXELS = 4;

    /** Executions are fetched by a sync, or every 30 s; a view polls after that. */
    private static final double ONCE_FETCHED_MILLIS = 90_000;

    private BrowserContext window;
    private Page page;
    private Ticket ticket;

    @BeforeEach
    void enter(Screen opened) {
        window = opened.window();
        page = opened.enter(window, "trade");
        ticket = new Ticket(page);
    }

    @Test
    void the_chart_follows_the_ticket_and_remembers_its_timeframe() {
        ticket.write("NFLX", "1");
        assertThat(page.locator("#market-head")).hasText("NFLX");
        assertThat(page.locator("#market-price")).hasText(Pattern.compile("[0-9,]+\\.[0-9]{2}.*"));
        assertThat(page.locator("#market-chart canvas").first()).isVisible();
        page.locator("[data-frame='1d']").click();

        page.reload();

        assertThat(page.locator("#market-head")).hasText("NFLX");
        assertThat(page.locator("[data-frame='1d']")).hasAttribute("aria-pressed", "true");
        page.locator("#market-toggle").click();
        assertThat(page.locator("#market-chart")).isHidden();
    }

    @Test
    void the_line_of_an_order_is_dragged_to_replace_it() {
        window.route(
                "**/api/v1/bars?**",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(bars())));
        ticket.write("UBER", "3").limit("2").sendIt();
        ticket.write("UBER", "");
        assertThat(page.locator("#market-head")).hasText("UBER");
        assertThat(page.locator("#market-chart canvas").first()).isVisible();
        Locator chart = page.locator("#market-chart");
        BoundingBox box = Objects.requireNonNull(chart.boundingBox());
        page.waitForCondition(() -> overTheLine(chart, box));

        page.mouse().down();
        page.mouse().move(box.x + 200, box.y + 20);
        page.mouse().up();

        assertThat(page.locator("dialog.ask")).containsText("Replace buy 3 UBER");
        assertThat(page.locator("dialog.ask .says")).containsText("would be sent");
        page.locator("#ask-price").fill("2.02");
        assertThat(page.locator("dialog.ask [type=submit]")).isDisabled();
        assertThat(page.locator("dialog.ask .says"))
                .containsText("At 2.02: ! would be sent: buy 3 UBER limit 2.02");
        page.keyboard().press("Enter");
        assertThat(ticket.rows("UBER limit 2.02")).hasCount(1);
    }

    @Test
    void a_strategy_is_written_filtered_by_and_closed() {
        ticket.write("ADBE", "2").field("strategy").fill("trend");
        assertThat(page.locator("#verdict")).containsText("of trend");
        ticket.sendIt();
        ticket.write("ADBE", "1").field("strategy").fill("");
        ticket.sendIt();

        page.locator("[data-pane=strategies]").click();
        Locator line = page.locator("#strategies tr:has-text('trend')");
        assertThat(line).containsText("ADBE 2");
        line.getByText("trend").click();
        assertThat(page).hasURL(Pattern.compile("strategy=trend"));
        assertThat(page.locator(".row.body")).hasCount(1);
        assertThat(page.locator(".row.body .strategy")).hasText("trend");

        line.getByText("Close").click();
        assertThat(page.locator("dialog.ask")).containsText("2 ADBE");
        page.keyboard().press("Enter");
        assertThat(line).not().containsText("ADBE 2");
        page.locator("[data-pane=positions]").click();
        assertThat(page.locator("#positions tr:has-text('ADBE') td.n").first()).hasText("1");
    }

    @Test
    void a_position_that_is_closed_is_a_round_trip_with_its_profit() {
        ticket.write("CRM", "3").field("strategy").fill("swing");
        ticket.sendIt();
        assertThat(page.locator("#positions tr:has-text('CRM')")).isVisible();
        page.locator("#positions tr:has-text('CRM') [data-act=all]").click();
        page.keyboard().press("Enter");
        assertThat(page.locator("#positions tr:has-text('CRM')")).hasCount(0);
        page.evaluate(
                "async () => { const {ask} = await import('/web/base/api.js');"
                        + " await ask('POST', '/sync', {}); }");
        page.keyboard().press("g");
        page.keyboard().press("d");
        page.locator("#trades-symbol").fill("crm");

        Locator line = page.locator("#view-trades .fill tbody tr:has-text('CRM')");
        assertThat(line)
                .containsText(
                        "CRMswinglong3", new ContainsTextOptions().setTimeout(ONCE_FETCHED_MILLIS));
        assertThat(line).containsText("close");
        assertThat(page.locator("#view-trades .figures")).containsText("Win rate");
        assertThat(page).hasURL(Pattern.compile("#trades\\?symbol=CRM$"));
    }

    @Test
    void an_incident_is_acknowledged_with_a_reason_and_its_orders_are_adopted() {
        answer("**/api/v1/incidents**", INCIDENT);
        answer("**/api/v1/external-orders?**", EXTERNAL);
        answer("**/api/v1/incidents/7/acknowledge", "{}");
        answer(
                "**/api/v1/external-orders/b-1/adopt",
                "{\"brokerOrderId\":\"b-1\",\"result\":\"adopted\",\"text\":\"\",\"order\":null}");
        page.keyboard().press("g");
        page.keyboard().press("h");

        page.locator("[data-act='Acknowledge']").click();
        assertThat(page.locator("dialog.ask [type=submit]")).isDisabled();
        page.keyboard().type("moved by hand");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notes")).containsText("Acknowledged");

        page.locator("[data-act='Adopt for']").click();
        assertThat(page.locator("dialog.ask")).containsText("buy 1 GOOG limit 9 day");
        page.locator("#ask-o0").check();
        page.locator("dialog.ask [type=submit]").click();
        assertThat(page.locator("#notes")).containsText("GOOG: adopted");
    }

    @Test
    void an_incident_of_what_has_happened_is_closed_with_a_reason() {
        answer(
                "**/api/v1/incidents**",
                INCIDENT.replace("external_order", "lost_order")
                        .replace("\"closable\":false", "\"closable\":true"));
        answer("**/api/v1/incidents/7/close", "{}");
        page.keyboard().press("g");
        page.keyboard().press("h");

        page.locator("[data-act='Close']").click();
        assertThat(page.locator("dialog.ask [type=submit]")).isDisabled();
        page.keyboard().type("checked");
        page.keyboard().press("Enter");
        assertThat(page.locator("#notes")).containsText("Closed");
    }

    /** Bars around 2, so that the line of the order is in sight. */
    private static String bars() {
        StringBuilder bars = new StringBuilder();
        for (int minute = 10; minute < 60; minute++) {
            bars.append(minute == 10 ? "" : ",")
                    .append(
                            """
                            {"symbol":"UBER","from":"2026-01-05T14:%d:00Z","open":"2","high":"2.1",\
                            "low":"1.9","close":"2.05","volume":"5"}\
                            """
                                    .formatted(minute));
        }
        return "{\"symbol\":\"UBER\",\"timeframe\":\"5m\",\"bars\":[" + bars + "]}";
    }

    /** Moves the pointer down the chart until it is over a line that can be dragged. */
    private boolean overTheLine(Locator chart, BoundingBox box) {
        for (double y = box.y; y < box.y + box.height; y += STEP_PIXELS) {
            page.mouse().move(box.x + 200, y);
            if ("gripping".equals(chart.getAttribute("class"))) {
                return true;
            }
        }
        return false;
    }

    private void answer(String url, String json) {
        window.route(
                url,
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(json)));
    }
}
