package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The views of strategies and notifications. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class OperatorViewsTest {
    private static final String CHANNELS =
            """
            {"label":"sim","pings":false,"channels":[
             {"name":"desk","type":"slack","to":"https://hooks.slack.com/***","kinds":["fill"],"begun":true,
              "waiting":0,"delivered":7,"missed":0,"deliveredAt":"2026-01-05T14:30:00Z","failures":0,"trouble":""},
             {"name":"phone","type":"telegram","to":"chat 42","kinds":["fill","halt"],"begun":true,
              "waiting":1,"delivered":2,"missed":0,"deliveredAt":null,"failures":3,"trouble":"HTTP 500"}],
             "newest":[{"id":"a-1","kind":"fill","at":"2026-01-05T14:30:00Z","title":"Bought 10 AAPL at 189.5",
              "text":"","delivered":["desk"],"waiting":["phone"]}]}
            """;

    private BrowserContext window;
    private Screen screen;

    @BeforeEach
    void open(Screen opened) {
        screen = opened;
        window = opened.window();
    }

    @Test
    void a_strategy_has_its_limits_with_their_use_and_leads_to_its_orders() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.field("strategy").fill("carry");
        ticket.write("BAC", "2").limit("11").sendIt();
        page.navigate(screen.address() + "/#strategies");
        Locator card = page.locator("#view-strategies section[aria-label=carry]");
        card.locator("[data-act=limit]").click();
        page.locator("#ask-limit").fill("max-open-orders");
        page.locator("#ask-value").fill("50");
        page.keyboard().press("Enter");

        assertThat(card.locator("dl.terms")).containsText("1 of 50");
        assertThat(card).containsText("None; orders name it themselves.");
        card.locator("[data-act=orders]").click();
        assertThat(ticket.rows("BAC limit 11 day")).hasCount(1);
        assertThat(page.locator("#filter-strategy")).hasValue("carry");
    }

    @Test
    void channels_show_what_waits_and_why_they_fail_and_are_tried() {
        Page page = window.newPage();
        new StubbedRequests(page)
                .answer("notifications", _ -> CHANNELS)
                .answer(
                        "notifications/phone/test",
                        _ -> "{\"channel\":\"phone\",\"delivered\":false,\"reason\":\"HTTP 500\"}");
        Screen.enter(page, screen.address(), "notifications");
        Locator phone = page.locator("#view-notifications tr:has-text('telegram')");
        assertThat(phone).containsText("✕ failed 3 times: HTTP 500");
        assertThat(page.locator("#view-notifications tr:has-text('Bought 10 AAPL')"))
                .containsText("desk");
        phone.locator("[data-act=test]").click();

        assertThat(page.locator("#alarms")).containsText("phone: not delivered: HTTP 500");
    }

    @Test
    void without_channels_the_view_says_how_to_set_one_up() {
        Page page = screen.enter(window, "notifications");

        assertThat(page.locator("#view-notifications"))
                .containsText("No channels are set up. Name one in notifications.properties");
    }
}
