package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Download;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import com.microsoft.playwright.options.BoundingBox;
import com.microsoft.playwright.options.ColorScheme;
import com.microsoft.playwright.options.ForcedColors;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The frame of all views: addresses, keys, states, sizes and messages. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class ShellTest {
    private Screen screen;
    private BrowserContext window;

    @BeforeEach
    void open(Screen opened) {
        screen = opened;
        window = opened.window();
    }

    @Test
    void the_address_names_tab_filter_and_order_and_back_closes_the_drawer() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("V", "2").limit("31").sendIt();
        ticket.tab("all");
        page.locator("#filter").fill("V");
        assertThat(page).hasURL(Pattern.compile("#trade\\?tab=all&symbol=V$"));
        ticket.rows("limit 31 day").locator("button.link").click();
        assertThat(page.locator("#detail")).isVisible();
        assertThat(page).hasURL(Pattern.compile("order="));
        String link = page.url();

        page.goBack();
        assertThat(page.locator("#detail")).isHidden();
        assertThat(page).hasURL(Pattern.compile("#trade\\?tab=all&symbol=V$"));

        Page other = window.newPage();
        other.navigate(link);
        assertThat(other.locator("#detail-head")).hasText("Buy 2 V");
        assertThat(other.locator("#filter")).hasValue("V");
        assertThat(other.locator("[data-tab=all]")).hasAttribute("aria-pressed", "true");
        other.keyboard().press("Escape");
        assertThat(other.locator("#detail")).isHidden();
        assertThat(other).hasURL(Pattern.compile("#trade\\?tab=all&symbol=V$"));
        assertThat(other.locator(".row.body")).hasCount(1);
    }

    @Test
    void tab_filter_and_ticket_survive_a_reload() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("MSFT", "7").limit("33");
        ticket.tab("filled");
        page.locator("#filter-side").selectOption("sell");

        page.reload();

        assertThat(ticket.field("qty")).hasValue("7");
        assertThat(ticket.field("limitPrice")).hasValue("33");
        assertThat(page.locator("[data-tab=filled]")).hasAttribute("aria-pressed", "true");
        assertThat(page.locator("#filter-side")).hasValue("sell");
    }

    @Test
    void the_title_has_the_profit_of_today_and_the_view() {
        Page page = screen.enter(window, "risk");

        assertThat(page).hasTitle(Pattern.compile("\\$[0-9,.]+ Risk Lockstep SIM$"));
    }

    @Test
    void the_skip_link_stays_in_its_view_and_heads_sort_by_keys() {
        Page page = screen.enter(window, "health");
        page.locator(".skip").focus();
        page.keyboard().press("Enter");
        assertThat(page.locator("#view-health")).isVisible();
        assertThat(page.locator("#content")).isFocused();

        page.navigate(screen.address() + "/#trade");
        Locator head = page.locator("[data-column=symbol]");
        head.locator("button").focus();
        page.keyboard().press("Enter");
        assertThat(head).hasAttribute("aria-sort", "descending");
    }

    @Test
    void the_keys_of_the_ticket_replace_its_symbol_and_escape_leaves_it() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("AAPL", "1");

        ticket.field("qty").press("Escape");
        page.keyboard().press("s");
        page.keyboard().type("TSLA");

        assertThat(ticket.field("symbol")).hasValue("TSLA");
        assertThat(page.locator("[name=side][value=sell]")).isChecked();
    }

    @Test
    void the_drawer_keeps_the_focus_when_its_order_changes() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("MSFT", "1").limit("34").sendIt();
        ticket.rows("limit 34 day").locator("button.link").click();
        Locator copy = page.locator("#detail .copy").first();
        copy.focus();
        page.evaluate(
                "async () => { const {ask} = await import('/web/base/api.js');"
                        + " await ask('POST', '/orders/cancel-all', {symbol: 'MSFT'}); }");

        assertThat(page.locator("#detail-head + .badge")).hasText("– canceled");
        assertThat(copy).isFocused();
    }

    @Test
    void lost_values_stay_with_their_time() throws IOException {
        try (Line line = new Line(screen.address())) {
            Page page = Screen.enter(window, line.address(), "trade");
            assertThat(page.locator("#account")).containsText("Equity");
            line.cut();

            assertThat(page.locator("#page")).hasText("✕ disconnected");
            assertThat(page.locator("#banner"))
                    .containsText("The connection to the server is lost since");
            assertThat(page.locator("#trading"))
                    .hasText(Pattern.compile("\\? trading active at [0-9:]+"));
            assertThat(page.locator("#account.kept")).containsText("Equity");
            assertThat(page.locator("#account")).containsText("As of");
        }
    }

    @Test
    void nothing_moves_when_trading_is_halted_and_resumed() {
        Page page = screen.enter(window, "trade");
        assertThat(page.locator("#facts")).containsText("Incidents");
        BoundingBox before = box(page, "#halt");
        BoundingBox send = box(page, "#send");
        page.evaluate(trading("halt"));
        try {
            assertThat(page.locator("#banner")).containsText("halted by");
            assertThat(page.locator("#resume")).isVisible();
            assertThat(box(page, "#halt")).usingRecursiveComparison().isEqualTo(before);
            assertThat(box(page, "#send").y).isEqualTo(send.y);
        } finally {
            page.evaluate(trading("resume"));
        }
    }

    @Test
    void a_note_follows_its_order_and_leaves_the_ticket_uncovered() {
        Page page = screen.enter("trade", ColorScheme.LIGHT, 1366, 768);
        page.evaluate(
                "async () => { const {note} = await import('/web/base/notes.js');"
                        + " note('first', 'bad', 'order'); note('second', 'good', 'order'); }");

        assertThat(page.locator(".note")).hasCount(1);
        assertThat(page.locator("#notes .note span")).hasText("second");
        BoundingBox note = box(page, "#notes .note");
        BoundingBox entry = box(page, "#entry");
        assertThat(note.x).isGreaterThan(entry.x + entry.width);
    }

    @Test
    void the_acts_of_an_order_are_in_sight_at_any_width() {
        Page page = screen.enter("trade", ColorScheme.LIGHT, 1024, 768);
        Ticket ticket = new Ticket(page);
        ticket.write("MSFT", "1").limit("41").sendIt();
        Locator row = ticket.rows("limit 41 day");
        for (int width : new int[] {1920, 1366, 1024}) {
            page.setViewportSize(width, 768);
            row.hover();
            // The row is painted again when its width changes.
            page.waitForCondition(() -> row.getByText("Cancel").boundingBox() != null);
            BoundingBox cancel = Objects.requireNonNull(row.getByText("Cancel").boundingBox());
            assertThat(cancel.x + cancel.width).isLessThan(width);
            assertThat(page.evaluate("document.querySelector('#blotter .scroll').scrollWidth"))
                    .isEqualTo(
                            page.evaluate(
                                    "document.querySelector('#blotter .scroll').clientWidth"));
        }
        row.getByText("Cancel").click();
        assertThat(row).hasCount(0);
    }

    @Test
    void a_phone_has_halt_at_the_bottom_and_keeps_its_header() {
        Page page = screen.enter("trade", ColorScheme.DARK, 390, 844);
        page.evaluate("window.scrollTo(0, 600)");

        assertThat(page.locator("#halt")).isInViewport();
        assertThat(page.locator("#trading")).isInViewport();
        assertThat(box(page, "#halt").y).isGreaterThan(780);
    }

    @Test
    void a_refused_limit_keeps_its_form() {
        Page page = screen.enter(window, "risk");
        page.locator("[aria-label='Set max-order-qty']").click();
        page.locator("#ask-value").fill("many");
        page.locator("#ask-reason").fill("first week");
        page.keyboard().press("Enter");

        assertThat(page.locator("dialog.ask [role=alert]")).containsText("max-order-qty: many");
        assertThat(page.locator("#ask-reason")).hasValue("first week");
        page.keyboard().press("Escape");
    }

    @Test
    void an_export_has_all_pages() throws IOException {
        window.route(
                "**/api/v1/activity?**",
                route ->
                        route.fulfill(
                                new Route.FulfillOptions()
                                        .setContentType("application/json")
                                        .setBody(events(route.request().url()))));
        Page page = screen.enter(window, "activity");

        Download file = page.waitForDownload(() -> page.locator("#activity-export").click());

        assertThat(Files.readAllLines(file.path())).hasSize(1 + 3);
    }

    @Test
    void forced_colours_show_which_side_is_chosen() {
        Page page = screen.enter(window, "trade");
        page.emulateMedia(new Page.EmulateMediaOptions().setForcedColors(ForcedColors.ACTIVE));

        assertThat(ground(page, "[value=buy] + span"))
                .isNotEqualTo(ground(page, "[value=sell] + span"));
    }

    @Test
    void counters_lead_to_what_they_count() {
        Page page = screen.enter(window, "profit");
        page.locator("#facts a[href*='tab=unknown']").click();
        assertThat(page.locator("[data-tab=unknown]")).hasAttribute("aria-pressed", "true");
        page.locator("#facts a[href*='show=incidents']").click();
        assertThat(page.locator("#view-health [aria-labelledby=incidents-head]")).isFocused();
    }

    @Test
    void replace_changes_the_trail_and_the_time_in_force() {
        Page page = screen.enter(window, "trade");
        Ticket ticket = new Ticket(page);
        ticket.write("IBM", "1").field("type").selectOption("trailing_stop");
        ticket.field("trailPercent").fill("6");
        ticket.sendIt();
        ticket.rows("IBM trailing stop 6").hover();
        ticket.rows("IBM trailing stop 6").getByText("Replace").click();

        page.locator("form.replace [name=trailPercent]").fill("7 %");
        page.locator("form.replace [name=timeInForce]").selectOption("gtc");
        page.locator("form.replace [type=submit]").click();

        assertThat(ticket.rows("IBM trailing stop 7 % gtc")).hasCount(1);
    }

    /** Two pages: two events, then the last one. */
    private static String events(String url) {
        String event =
                """
                {"sequence":%d,"at":"2026-01-05T14:30:00Z","orderId":"o","symbol":"AAPL",\
                "side":"buy","status":"new","filledQty":"0","source":"broker","summary":"s"}\
                """;
        return url.contains("before=")
                ? "{\"events\":[" + event.formatted(1) + "],\"next\":null}"
                : "{\"events\":[" + event.formatted(3) + "," + event.formatted(2) + "],\"next\":2}";
    }

    private static String trading(String act) {
        return "async () => { const {ask} = await import('/web/base/api.js');"
                + " await ask('POST', '/trading/"
                + act
                + "', {reason: 'test'}); }";
    }

    private static Object ground(Page page, String selector) {
        return page.locator("#ticket " + selector)
                .evaluate("node => getComputedStyle(node).backgroundColor");
    }

    private static BoundingBox box(Page page, String selector) {
        return Objects.requireNonNull(page.locator(selector).first().boundingBox());
    }
}
