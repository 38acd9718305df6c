package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import dev.lockstep.screen.Axe.Rules;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Whether everything can be read in other colours; a class of its own, for a JVM of its own. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class ContrastTest {
    /** As the settings choose it; colours that fade would be judged halfway. */
    private static final String CHOSEN =
            "async ([palette, theme]) => { const {prefer} = await "
                    + Screen.module("base/prefs.js")
                    + ";"
                    + " prefer('palette', palette); prefer('theme', theme);"
                    + " document.getAnimations().forEach(each => each.finish()); }";

    /** Palette and theme, but for the usual one in the light, which {@link AccessTest} sees. */
    private static final List<List<String>> COLOURS =
            List.of(
                    List.of("green", "dark"),
                    List.of("blue", "dark"),
                    List.of("red", "light"),
                    List.of("red", "dark"));

    @Test
    void every_dialog_can_be_read_in_the_dark(Screen screen) {
        AccessTour.seeDialogs(screen, ColorScheme.DARK, Rules.CONTRAST);
    }

    /** Each view is loaded once and then judged in all colours. */
    @Test
    void every_view_can_be_read_in_all_palettes(Screen screen) {
        Page page = screen.enter("trade");
        new Ticket(page).write("AAPL", "2").limit("122").sendIt();
        for (String view : AccessTour.VIEWS) {
            AccessTour.see(screen, page, view);
            for (List<String> colours : COLOURS) {
                page.evaluate(CHOSEN, colours);
                Axe.judge(page, view + " " + colours, Rules.CONTRAST);
            }
        }
    }

    @Test
    void a_palette_is_kept(Screen screen) {
        Page page = screen.enter("settings");
        page.locator("[name=pref-palette][value=blue]").check();
        page.locator("[name=pref-theme][value=dark]").check();

        page.reload();

        assertThat(page.locator("html")).hasAttribute("data-palette", "blue");
        assertThat(page.locator("html")).hasAttribute("data-theme", "dark");
    }
}
