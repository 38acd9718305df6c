package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Whether everything can be read in other colours; a class of its own, for a JVM of its own. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class ContrastTest {
    @Test
    void every_view_and_dialog_can_be_read_in_the_dark(Screen screen) {
        AccessTour.seeAll(screen, ColorScheme.DARK, AccessTour::byContrast);
    }

    @ParameterizedTest
    @CsvSource({"blue, dark", "red, light", "red, dark"})
    void the_other_palettes_pass_too_and_are_kept(String palette, String theme, Screen screen) {
        Page page = screen.enter("settings");
        page.locator("[name=pref-palette][value=" + palette + "]").check();
        page.locator("[name=pref-theme][value=" + theme + "]").check();

        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-palette", palette);
        assertThat(page.locator("html")).hasAttribute("data-theme", theme);
        for (String view : AccessTour.VIEWS) {
            AccessTour.see(screen, page, view);
            AccessTour.judge(page, view, AccessTour::byContrast);
        }
    }
}
