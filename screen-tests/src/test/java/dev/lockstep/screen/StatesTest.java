package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import com.microsoft.playwright.options.ForcedColors;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * The states that a trader must not mistake for a quiet market. Where the platform of the test
 * cannot be brought into one, the page is told of it in the platform's words.
 */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class StatesTest {
    private static final Map<String, String> LIVE =
            Map.of("light", "rgb(143, 20, 103)", "dark", "rgb(156, 36, 114)");

    private static final String HELD =
            """
            {"symbol":"F","localQty":"3","brokerQty":"3","reconciled":true,"availableQty":"3","avgEntryPrice":"5",\
            "lastPrice":"5","marketValue":"15","unrealized":"0","dayChange":"0"}\
            """;
    private static final String LEFT =
            """
            {"state":"halted","restrictions":[],"limits":{},"canceled":[],"externalOrders":0,\
            "closing":[],"flat":false,"text":"","left":[{"symbol":"F","result":"waiting",\
            "text":"orders of it have not ended (1 external); repeat the command","order":null}]}\
            """;

    private Screen screen;
    private Page page;
    private StubbedRequests requests;

    @BeforeEach
    void open(Screen opened) {
        screen = opened;
        page = opened.window().newPage();
        requests = new StubbedRequests(page);
    }

    @Test
    void nothing_yet_says_what_to_do() {
        requests.answer("orders", _ -> "{\"orders\":[],\"next\":null}")
                .answer("positions", _ -> "{\"positions\":[]}");

        Screen.enter(page, screen.address(), "trade");

        assertThat(page.locator("#blotter .empty"))
                .hasText("No open orders. Press n for a new one.");
        assertThat(page.locator("#positions")).hasText("No positions.");
    }

    @Test
    void open_incidents_and_unanswered_orders_are_named_where_attention_is_asked_for() {
        report(status -> {
            status.put("incidents", 4);
            ((ObjectNode) status.get("unresolved")).put("count", 1).put("oldestMillis", 5);
        });

        assertThat(page.locator("#banner")).hasText("! 4 open incidents, 1 unanswered order");
    }

    @Test
    void a_full_disk_closes_the_ticket_and_says_so() {
        report(status -> {
            status.put("readOnly", true);
            ((ObjectNode) status.get("store"))
                    .put("health", "halted")
                    .put("text", "database or disk is full");
        });

        assertThat(page.locator("#banner")).containsText("database or disk is full");
        assertThat(page.locator("#verdict")).containsText("database or disk is full");
        assertThat(page.locator("#send")).isDisabled();
        assertThat(page.locator("#health")).hasText("✕ database halted");
    }

    @Test
    void real_money_is_armed_first_and_each_order_is_repeated_before_it_is_sent() {
        report(status -> status.put("mode", "live"));
        Ticket ticket = new Ticket(page);
        assertThat(page.locator("#mode")).hasText("LIVE · real money");
        assertThat(page.locator("nav [href='#simulator']")).isHidden();
        assertThat(page.locator("#arm")).hasText("Arm");

        ticket.write("MSFT", "1").limit("231").send();
        assertThat(page.locator("dialog.ask")).containsText("Nothing is sent now");
        assertThat(page.locator("dialog.ask [type=submit]")).isDisabled();
        page.keyboard().type("this is real money");
        page.keyboard().press("Enter");
        assertThat(page.locator("#arm")).hasText("Armed, 15 min");
        assertThat(page.locator("#outcome")).isEmpty();
        assertThat(ticket.rows("limit 231 day")).hasCount(0);

        for (String limit : new String[] {"231", "232"}) {
            ticket.write("MSFT", "1").limit(limit).send();
            assertThat(page.locator("dialog.ask")).containsText("buy 1 MSFT limit " + limit);
            page.keyboard().press("Enter");
            assertThat(page.locator("#outcome")).containsText("limit " + limit);
        }
        page.locator("#arm").click();
        assertThat(page.locator("#arm")).hasText("Arm");
        ticket.write("MSFT", "1").limit("233").send();
        assertThat(page.locator("dialog.ask")).containsText("Arm live trading");
    }

    @Test
    void the_whole_bar_has_another_colour_with_real_money_in_every_palette() {
        report(status -> status.put("mode", "live"));
        for (String palette : new String[] {"green", "red", "blue"}) {
            set("palette", palette);
            for (String theme : new String[] {"light", "dark"}) {
                set("theme", theme);
                assertThat(page.locator(".top")).hasCSS("background-color", LIVE.get(theme));
                // The rest of the page is greyed, because its events are held back here.
                Axe.judge(page, ".top", palette + " " + theme, Axe.Rules.CONTRAST);
            }
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));
            org.assertj.core.api.Assertions.assertThat(ground(page, ".top"))
                    .as(palette)
                    .isNotEqualTo(ground(page, ".strip"));
            page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.NONE));
        }
    }

    private void set(String name, String value) {
        page.evaluate(
                "([name, value]) => document.documentElement.dataset[name] = value",
                List.of(name, value));
    }

    private static Object ground(Page page, String selector) {
        return page.locator(selector).evaluate("node => getComputedStyle(node).backgroundColor");
    }

    @Test
    void to_close_everything_with_real_money_wants_a_word_and_what_is_left_stays_in_sight() {
        requests.answer("trading/halt", _ -> LEFT)
                .answer("positions", _ -> "{\"positions\":[" + HELD + "]}");
        report(status -> {
            status.put("mode", "live").put("tradingState", "halted");
            ((ObjectNode) status.get("counts")).put("open", 0).put("unknown", 0);
        });

        page.keyboard().press("F8");
        assertThat(page.locator("#ask-word")).isHidden();
        page.locator("#ask-flatten").press("Space");
        assertThat(page.locator("dialog.ask [type=submit]")).isDisabled();
        page.keyboard().press("Tab");
        page.keyboard().type("flatten");
        page.keyboard().press("Enter");

        assertThat(page.locator("#alarms"))
                .containsText("1 not closed: F waiting: orders of it have not ended");
        assertThat(page.locator("#banner")).containsText("1 position is still open (F)");
        requests.answer("positions", _ -> "{\"positions\":[]}");
        assertThat(page.locator("#notes"))
                .containsText(
                        "No position and no open order is left",
                        new ContainsTextOptions().setTimeout(60_000));
        assertThat(page.locator("#banner")).not().containsText("still open");
    }

    @Test
    void a_closed_market_an_old_sync_and_a_broker_that_is_away_are_told() {
        report(status -> {
            ((ObjectNode) status.get("market"))
                    .put("open", false)
                    .put("nextOpen", "2030-01-07T14:30:00Z");
            ((ObjectNode) status.get("sync"))
                    .put("fresh", false)
                    .put("ageMillis", 90_000)
                    .put("failure", "GET /v2/orders: 403 forbidden");
            ((ObjectNode) status.get("broker"))
                    .put("reachable", false)
                    .put("fault", "forbidden: the keys are wrong");
        });

        assertThat(page.locator("#facts")).containsText("Marketclosed until 01-07");
        assertThat(page.locator("#health")).hasText("✕ broker unreachable, 1 more");
        page.locator("#health").click();
        assertThat(page.locator("#health-parts")).containsText("Sync✕ 90 s ago");
        assertThat(page.locator("#health-parts")).containsText("Broker✕ unreachable");
        page.keyboard().press("Escape");
        assertThat(page.locator("#health-parts")).isHidden();
        assertThat(page.locator("#banner")).containsText("the keys are wrong");
        assertThat(page.locator("body.old #account")).isVisible();
    }

    @Test
    void what_cannot_be_fetched_is_not_known_rather_than_nothing() {
        for (String path : new String[] {"orders", "positions", "account"}) {
            requests.refuse(path, 503, "{\"detail\":\"the broker is away\"}");
        }

        Screen.enter(page, screen.address(), "trade");

        for (String part : new String[] {"#blotter .empty", "#positions", "#account"}) {
            assertThat(page.locator(part)).containsText("the broker is away");
        }
    }

    /** Shows this status, and no live news that would take it back. */
    private void report(Consumer<ObjectNode> change) {
        requests.hold("events").change("status", change);
        page.navigate(screen.address());
        assertThat(page.locator("#trading")).containsText("trading");
    }
}
