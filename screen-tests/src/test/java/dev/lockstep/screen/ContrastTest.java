package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether everything can be read in other colours; a class of its own, for a JVM of its own. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class ContrastTest {
    @Test
    void every_view_and_dialog_can_be_read_in_the_dark(Screen screen) {
        AccessTour.seeAll(screen, ColorScheme.DARK, AccessTour::byContrast);
    }

    @Test
    void the_palette_for_the_colour_blind_passes_too_and_is_kept(Screen screen) {
        Page page = screen.enter("settings");
        page.locator("[name=pref-palette][value=blue]").check();
        page.locator("[name=pref-theme][value=dark]").check();

        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-palette", "blue");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
        for (String view : AccessTour.VIEWS) {
            AccessTour.see(screen, page, view);
            AccessTour.judge(page, view, AccessTour::byContrast);
        }
    }
}
