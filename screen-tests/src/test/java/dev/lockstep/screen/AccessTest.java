package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lockstep.screen.Axe.Rules;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether everyone can use the screen: by the rules of axe, and on a phone. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class AccessTest {
    @Test
    void every_view_and_dialog_passes_the_rules(Screen screen) {
        Page page = AccessTour.seeDialogs(screen, ColorScheme.LIGHT, Rules.ALL);
        for (String view : AccessTour.VIEWS.subList(1, AccessTour.VIEWS.size())) {
            AccessTour.see(screen, page, view);
            Axe.judge(page, view, Rules.ALL);
        }
    }

    @Test
    void a_phone_shows_every_view_without_scrolling_sideways(Screen screen) {
        Page page = screen.enter("trade", ColorScheme.DARK, 390, 844);
        new Ticket(page).write("AAPL", "2").limit("121").sendIt();
        assertThat(new Ticket(page).rows("limit 121 day")).isVisible();
        for (String view : AccessTour.VIEWS) {
            AccessTour.see(screen, page, view);
            assertThat(page.evaluate("document.documentElement.scrollWidth"))
                    .as(view)
                    .isEqualTo(390);
        }
    }
}
