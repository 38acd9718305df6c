package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;

/** A server that wants its token. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class LoginTest {
    private static final String TOKEN = "a-token-for-one-test";

    @Test
    void a_wrong_token_is_told_and_the_right_one_leads_to_the_screen(
            Screen screen, @TempDir Path folder) throws IOException {
        try (ServedLockstep guarded = new ServedLockstep(folder, Map.of("LOCKSTEP_TOKEN", TOKEN))) {
            Page page = screen.window().newPage();
            page.navigate(guarded.address());
            assertThat(page).hasURL(Pattern.compile("/web/login\\.html$"));

            page.keyboard().type("not-this-one-at-all");
            page.keyboard().press("Enter");
            assertThat(page.locator("#said")).hasText("Wrong token.");
            page.keyboard().type(TOKEN);
            page.keyboard().press("Enter");

            assertThat(page.locator("#trading")).containsText("trading");
            assertThat(page.locator("#page")).hasText("● live");
            page.navigate(guarded.address() + "/#settings");
            page.locator("#sign-out").click();
            assertThat(page.locator("#token")).isFocused();
            page.navigate(guarded.address());
            assertThat(page).hasURL(Pattern.compile("/web/login\\.html$"));
            page.keyboard().type(TOKEN);
            page.keyboard().press("Enter");
            assertThat(page.locator("#page")).hasText("● live");
            page.context().clearCookies();
            page.reload();
            assertThat(page.locator("#token")).isFocused();
        }
    }
}
