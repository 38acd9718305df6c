package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Route;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** The windows that tests share pass nothing from one test to the next. */
@ExtendWith(ScreenExtension.class)
@Tag("slow")
final class ScreenWindowsTest {
    private static final String STORED =
            "[localStorage.length, sessionStorage.length, document.cookie].join()";

    @Test
    void a_window_that_is_used_again_has_nothing_stored_routed_or_open(Screen screen) {
        BrowserContext window = screen.window();
        Page page = screen.enter(window, "trade");
        page.evaluate(
                "localStorage.setItem('a', '1'); sessionStorage.setItem('b', '2');"
                        + " document.cookie = 'c=3'");
        window.route("**/api/v1/status", Route::abort);
        screen.closeWindows();

        BrowserContext again = screen.window();
        Page fresh = again.newPage();
        fresh.navigate(screen.address() + "/web/login.html");

        assertThat(again).isSameAs(window);
        assertThat(page.isClosed()).isTrue();
        assertThat(fresh.evaluate(STORED)).isEqualTo("0,0,");
        fresh.navigate(screen.address());
        assertThat(fresh.locator("#trading")).containsText("trading");
    }

    @Test
    void two_windows_of_one_test_share_nothing(Screen screen) {
        Page one = screen.enter("trade");
        one.evaluate("localStorage.setItem('a', '1')");

        Page other = screen.enter("trade");

        assertThat(other.context()).isNotSameAs(one.context());
        assertThat(other.evaluate("localStorage.getItem('a')")).isNull();
    }
}
