package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.assertions.LocatorAssertions.ContainsTextOptions;
import java.util.Objects;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The command palette, the splitters, and what positions and strategies offer. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class PanelsTest {
    /** The figures of strategies are measured again after twenty times the last measurement. */
    private static final double ONCE_MEASURED_MILLIS = 90_000;

    private Page page;
    private Ticket ticket;

    @BeforeEach
    void enter(Screen screen) {
        page = screen.enter("trade");
        ticket = new Ticket(page);
    }

    @Test
    void the_palette_finds_commands_and_instruments_also_while_typing() {
        ticket.field("symbol").focus();
        page.keyboard().press("Control+k");
        page.keyboard().type("risk");
        assertThat(selected()).containsText("Go to Risk");
        page.keyboard().press("Enter");
        assertThat(page.locator("#view-risk")).isVisible();

        page.keyboard().press("Control+k");
        page.keyboard().type("tesla");
        assertThat(selected()).containsText("TSLA");
        page.keyboard().press("Enter");
        assertThat(page.locator("#view-trade")).isVisible();
        assertThat(ticket.field("symbol")).hasValue("TSLA");
    }

    @Test
    void a_command_that_stops_trading_still_asks() {
        page.keyboard().press("Control+k");
        page.keyboard().type("halt");
        assertThat(selected()).containsText("Halt trading");
        page.keyboard().press("Enter");

        assertThat(page.locator("dialog.ask")).containsText("Halt trading?");
        page.keyboard().press("Escape");
        assertThat(page.locator("#trading")).containsText("active");
    }

    @Test
    void a_splitter_moves_by_keys_and_by_the_pointer_and_is_remembered() {
        double before = width("#entry");
        page.locator("#split-ticket").focus();
        page.keyboard().press("ArrowRight");
        page.keyboard().press("ArrowRight");
        assertThat(width("#entry")).isEqualTo(before + 32);
        page.locator("#split-ticket").hover();
        page.mouse().down();
        page.mouse().move(372, 400);
        page.mouse().up();
        double dragged = width("#entry");
        assertThat(dragged).isBetween(before + 40, before + 80);

        page.reload();

        assertThat(page.locator("#page")).hasText("● live");
        assertThat(width("#entry")).isEqualTo(dragged);
        page.locator("#split-ticket").dblclick();
        assertThat(width("#entry")).isEqualTo(before);
    }

    @Test
    void a_stop_and_a_target_for_a_position_are_prepared_in_the_ticket() {
        ticket.write("ORCL", "4").sendIt();
        Locator row = page.locator("#positions tr:has-text('ORCL')");

        row.locator("[data-act=stop]").click();

        assertThat(ticket.field("symbol")).hasValue("ORCL");
        assertThat(ticket.field("qty")).hasValue("4");
        assertThat(ticket.field("type")).hasValue("stop");
        assertThat(ticket.field("timeInForce")).hasValue("gtc");
        assertThat(page.locator("[name=side][value=sell]")).isChecked();
        assertThat(ticket.field("stopPrice")).isFocused();
        page.keyboard().type("1");
        assertThat(page.locator("#verdict")).containsText("sell 4 ORCL stop");

        row.locator("[data-act=target]").click();
        assertThat(ticket.field("type")).hasValue("limit");
        assertThat(ticket.field("limitPrice")).isFocused();
        assertThat(ticket.field("stopPrice")).hasValue("");
    }

    @Test
    void a_strategy_is_paused_with_a_reason_and_resumed() {
        ticket.write("SHOP", "1").field("strategy").fill("calm");
        ticket.sendIt();
        page.locator("[data-pane=strategies]").click();
        Locator row = page.locator("#strategies tr:has-text('calm')");
        assertThat(row)
                .containsText("active", new ContainsTextOptions().setTimeout(ONCE_MEASURED_MILLIS));
        row.locator("[data-act=pause]").click();
        page.keyboard().type("too many losses");
        page.keyboard().press("Enter");
        assertThat(row).containsText("paused");
        assertThat(row.locator("td").first())
                .hasAttribute("title", Pattern.compile(".*too many losses"));
        ticket.write("SHOP", "1").field("strategy").fill("calm");
        assertThat(page.locator("#verdict")).containsText("would be denied");

        row.locator("[data-act=pause]").click();
        page.keyboard().press("Enter");
        assertThat(row).containsText("active");
    }

    private Locator selected() {
        return page.locator("dialog.palette [aria-selected=true]");
    }

    private double width(String selector) {
        return Objects.requireNonNull(page.locator(selector).boundingBox()).width;
    }
}
