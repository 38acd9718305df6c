package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** A trader who has no mouse. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class KeyboardTest {
    private static final int MOST_TABS = 30;

    /** What is held is looked at again by itself within five seconds. */
    private static final ContainsTextOptions NEXT_LOOK =
            new ContainsTextOptions().setTimeout(60_000);

    private Page page;
    private Ticket ticket;

    @BeforeEach
    void enter(Screen screen) {
        page = screen.enter("trade");
        ticket = new Ticket(page);
    }

    /** A test that fails leaves no halt to the tests of other classes on the same server. */
    @AfterEach
    void resume() {
        page.evaluate(
                "async () => { const {ask} = await import('/web/base/api.js');"
                        + " const now = await ask('GET', '/status');"
                        + " if (now.tradingState !== 'active')"
                        + " await ask('POST', '/trading/resume', {reason: 'test'}); }");
    }

    @Test
    void the_keyboard_alone_sends_cancels_all_halts_and_resumes() {
        page.keyboard().press("n");
        page.keyboard().type("AAPL");
        tabTo("type");
        page.keyboard().type("Limit");
        tabTo("qty");
        page.keyboard().type("2");
        tabTo("limitPrice");
        page.keyboard().type("150");
        page.keyboard().press("Control+Enter");
        Locator row = ticket.rows("limit 150 day");
        assertThat(row).containsText("new");

        page.keyboard().press("F7");
        page.keyboard().press("Enter");
        assertThat(row).hasCount(0);

        page.keyboard().press("F8");
        page.keyboard().type("lunch");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trading")).hasText("■ trading halted");
        assertThat(page.locator("#banner")).containsText("lunch");
        page.locator("#resume").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("back");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trading")).hasText("● trading active");
    }

    @Test
    void the_keyboard_alone_halts_and_closes_what_is_held_and_is_told_so() {
        ticket.write("AAPL", "2").sendIt();
        assertThat(page.locator("#positions")).containsText("AAPL", NEXT_LOOK);

        page.keyboard().press("F8");
        page.keyboard().type("storm");
        tabTo("flatten");
        page.keyboard().press("Space");
        assertThat(page.locator("#ask-cancel")).isChecked();
        assertThat(page.locator("#ask-word")).hasCount(0);
        page.keyboard().press("Enter");

        // At once, or a little later if the positions of other tests take longer.
        assertThat(page.locator("#notes"))
                .containsText(
                        Pattern.compile(
                                "all positions are closed|No position and no open order is left"));
        assertThat(page.locator("#trading")).hasText("■ trading halted");
        assertThat(page.locator("#positions")).containsText("No positions.", NEXT_LOOK);
        assertThat(page.locator("#banner")).not().containsText("Close everything", NEXT_LOOK);
        assertThat(page.locator("#alarms")).not().containsText("not closed");
        page.locator("#resume").press("Enter");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trading")).hasText("● trading active");
    }

    @Test
    void every_view_is_reached_by_its_keys_and_by_nothing_else() {
        String[][] views = {
            {"p", "profit"},
            {"d", "trades"},
            {"y", "strategies"},
            {"n", "notifications"},
            {"a", "activity"},
            {"u", "audit"},
            {"h", "health"},
            {"r", "risk"},
            {"s", "simulator"},
            {"e", "settings"},
            {"t", "trade"}
        };
        for (String[] view : views) {
            page.keyboard().press("g");
            page.keyboard().press(view[0]);
            assertThat(page.locator("#view-" + view[1])).isVisible();
            assertThat(page.locator(".view:visible")).hasCount(1);
            assertThat(page.locator("nav [aria-current=page]")).hasAttribute("href", "#" + view[1]);
        }
        page.keyboard().press("n");
        page.keyboard().type("gp");
        assertThat(page.locator("#view-trade")).isVisible();
        assertThat(ticket.field("symbol")).hasValue("gp");
    }

    @Test
    void the_list_is_walked_chosen_from_replaced_in_and_canceled_by_keys() {
        for (String limit : new String[] {"131", "132", "133"}) {
            ticket.write("AMZN", "4").limit(limit).sendIt();
        }
        page.locator("#filter").fill("AMZN");
        assertThat(page.locator(".row.body")).hasCount(3);

        tabTo("order-grid");
        page.keyboard().press("ArrowDown");
        assertThat(page.locator(".row.active .price")).hasText("133.00");
        page.keyboard().press("r");
        page.keyboard().type("7");
        page.keyboard().press("Tab");
        page.keyboard().type("135");
        page.keyboard().press("Enter");
        assertThat(ticket.rows("limit 135")).containsText("7");
        assertThat(ticket.rows("limit 133")).hasCount(0);
        // The live event may arrive before the answer, which closes the form.
        assertThat(page.locator("form.replace")).hasCount(0);
        assertThat(page.locator("#order-grid")).isFocused();

        page.keyboard().press("Home");
        page.keyboard().press("Shift+ArrowDown");
        assertThat(page.locator(".row.chosen")).hasCount(2);
        page.keyboard().press("Enter");
        assertThat(page.locator("#detail")).containsText("History with evidence");
        page.keyboard().press("Escape");
        page.keyboard().press("c");
        page.keyboard().press("Enter");
        assertThat(page.locator(".row.body")).hasCount(1);
        assertThat(page.locator("#order-grid")).isFocused();
    }

    @Test
    void the_keys_are_told_and_given_back_to_who_asked() {
        page.keyboard().press("o");
        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys")).containsText("F7Cancel all, also while typing");
        page.keyboard().press("Escape");
        assertThat(page.locator("dialog.keys")).isHidden();
        assertThat(page.locator("#order-grid")).isFocused();
    }

    /** Goes on by Tab until what has this name or id has the focus. */
    @Test
    void another_key_is_bound_a_conflict_is_named_and_the_default_comes_back() {
        page.keyboard().press("g");
        page.keyboard().press("e");
        page.locator("[data-key=buy]").focus();
        page.keyboard().press("Enter");
        page.keyboard().press("s");
        Locator panel = page.locator("[aria-labelledby=keysettings-head]");
        assertThat(panel).containsText("Ticket: buy stays b: s is used: Ticket: sell");
        page.locator("[data-key=buy]").press("Enter");
        page.keyboard().press("v");
        assertThat(panel).containsText("Ticket: buy is v now");
        page.reload();
        assertThat(page.locator("[data-key=buy]")).hasText("v");

        page.keyboard().press("v");
        assertThat(page.locator("#view-trade")).isVisible();
        assertThat(ticket.field("symbol")).isFocused();
        ticket.field("symbol").press("Escape");
        page.keyboard().press("?");
        assertThat(page.locator("dialog.keys")).containsText("vTicket: buy");
        page.keyboard().press("Escape");

        page.navigate(page.url().replaceAll("#.*", "#settings"));
        page.locator("#keys-reset").click();
        assertThat(page.locator("[data-key=buy]")).hasText("b");
    }

    private void tabTo(String name) {
        for (int tab = 0; tab < MOST_TABS; tab++) {
            page.keyboard().press("Tab");
            Object here = page.evaluate("document.activeElement.name || document.activeElement.id");
            if (name.equals(here)) {
                return;
            }
        }
        throw new AssertionError("Tab does not lead to " + name);
    }
}
