package dev.lockstep.app.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** A trader at the screen. Skipped, and it says so, where no Chromium is installed. */
final class ScreenTest {
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync");

    @TempDir private static Path temp;

    private static Playwright playwright;
    private static Browser browser;
    private static ServedLockstep lockstep;

    private final List<String> complaints = new ArrayList<>();
    private Page page;

    @BeforeAll
    static void open() throws IOException {
        Optional<Path> chromium =
                Stream.of("chromium", "chromium-browser", "google-chrome")
                        .map(name -> Path.of("/usr/bin", name))
                        .filter(Files::isExecutable)
                        .findFirst();
        assumeTrue(chromium.isPresent(), "no Chromium under /usr/bin: the screen is not tested");
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium.get())
                                        .setArgs(QUIET));
        lockstep = new ServedLockstep(temp);
    }

    @AfterAll
    static void close() {
        if (lockstep != null) {
            lockstep.close();
        }
        if (playwright != null) {
            playwright.close();
        }
    }

    @BeforeEach
    void enter() {
        page = entered(ColorScheme.LIGHT);
    }

    @AfterEach
    void leave() {
        page.close();
        assertThat(complaints).as("what the browser complained of").isEmpty();
    }

    @Test
    void an_order_that_is_sent_by_mouse_shows_and_is_canceled() {
        write("MSFT", "3", "201");
        assertThat(page.locator("#verdict")).containsText("would be sent: buy 3 MSFT limit 201");

        page.locator("#send").click();

        Locator row = page.locator(".row.body").filter(with("limit 201 day"));
        assertThat(row).containsText("new");
        row.getByText("Cancel", exactly()).click();
        assertThat(row).containsText("canceled");
    }

    @ParameterizedTest
    @ValueSource(ints = {0, 300})
    void a_double_click_is_one_order_however_slow_it_is(int pauseMillis) {
        String limit = pauseMillis == 0 ? "211" : "212";
        write("MSFT", "1", limit);

        page.locator("#send").dblclick(new Locator.DblclickOptions().setDelay(pauseMillis));

        assertThat(page.locator("#outcome")).containsText("submitted");
        assertThat(page.locator(".row.body").filter(with("limit " + limit + " day"))).hasCount(1);
    }

    @Test
    void a_page_that_is_left_while_it_sends_sends_the_same_order_again_and_not_another_one() {
        write("MSFT", "1", "203");
        page.evaluate(
                "sessionStorage.setItem('lockstep-wish', JSON.stringify({key: 'left-1', wish:"
                        + " {symbol: 'MSFT', side: 'buy', qty: '1', type: 'limit', limitPrice:"
                        + " '203'}}))");

        page.reload();
        assertThat(page.locator("#outcome")).containsText("submitted");
        page.evaluate(
                "sessionStorage.setItem('lockstep-wish', JSON.stringify({key: 'left-1', wish:"
                        + " {symbol: 'MSFT', side: 'buy', qty: '1', type: 'limit', limitPrice:"
                        + " '203'}}))");
        page.reload();

        assertThat(page.locator("#outcome")).containsText("already submitted");
        assertThat(page.locator(".row.body").filter(with("limit 203 day"))).hasCount(1);
    }

    @Test
    void what_is_wrong_is_said_beside_its_field_and_a_denial_before_it_is_sent() {
        write("AAPL", "x", "204");
        assertThat(page.locator("#error-qty")).containsText("expected a decimal number");

        page.locator("[name=qty]").fill("1.5");
        assertThat(page.locator("#error-qty")).hasCount(0);
        page.locator("[name=timeInForce]").selectOption("gtc");

        assertThat(page.locator("#verdict")).containsText("would be denied: fractional quantity");
    }

    @Test
    void the_keyboard_alone_sends_cancels_all_halts_and_resumes() {
        page.keyboard().press("n");
        page.keyboard().type("AAPL");
        page.locator("[name=type]").selectOption("limit");
        page.locator("[name=qty]").focus();
        page.keyboard().type("2");
        page.locator("[name=limitPrice]").focus();
        page.keyboard().type("150");
        page.keyboard().press("Enter");
        Locator row = page.locator(".row.body").filter(with("limit 150 day"));
        assertThat(row).containsText("new");

        page.keyboard().press("F7");
        page.keyboard().press("Enter");
        assertThat(row).containsText("canceled");

        page.keyboard().press("F8");
        page.keyboard().type("lunch");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trading")).hasText("trading halted");
        assertThat(page.locator("#banner")).containsText("lunch");
        page.locator("#resume").focus();
        page.keyboard().press("Enter");
        page.keyboard().type("back");
        page.keyboard().press("Enter");
        assertThat(page.locator("#trading")).hasText("trading active");
    }

    @Test
    void an_order_shows_what_happened_and_on_what_evidence() {
        write("TSLA", "1", "1");
        page.locator("#send").click();
        assertThat(page.locator("#outcome")).containsText("submitted");

        page.locator(".row.body").filter(with("TSLA")).getByText("TSLA").first().click();

        assertThat(page.locator("#detail")).containsText("What happened, and on what evidence");
        assertThat(page.locator("#detail ol li").first()).containsText("pending submit");
    }

    @ParameterizedTest
    @EnumSource(
            value = ColorScheme.class,
            names = {"LIGHT", "DARK"})
    void nobody_is_shut_out(ColorScheme scheme) {
        Page other = entered(scheme);

        assertThat(
                        new AxeBuilder(other)
                                .withTags(List.of("wcag2a", "wcag2aa", "wcag21aa", "wcag22aa"))
                                .analyze()
                                .getViolations())
                .extracting(rule -> rule.getId() + ": " + rule.getNodes())
                .isEmpty();
        other.close();
    }

    @Test
    void several_pages_show_the_same_order_live() {
        List<Page> others = List.of(entered(ColorScheme.LIGHT), entered(ColorScheme.DARK));
        write("MSFT", "1", "207");

        page.locator("#send").click();

        for (Page other : others) {
            assertThat(other.locator(".row.body").filter(with("limit 207 day"))).hasCount(1);
            other.close();
        }
    }

    @Test
    @EnabledIfSystemProperty(named = "screen.picture", matches = ".+")
    void a_picture_of_it_is_made_for_who_asks() {
        write("MSFT", "5", "250");
        page.locator("#send").click();
        assertThat(page.locator("#outcome")).containsText("submitted");
        write("AAPL", "10", "400");
        page.locator("#send").click();
        assertThat(page.locator("#positions")).containsText("AAPL");
        write("TSLA", "1.5", "200");
        assertThat(page.locator("#verdict")).containsText("buy 1.5 TSLA");

        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of(System.getProperty("screen.picture", ""))));
    }

    private Page entered(ColorScheme scheme) {
        Page entered =
                browser.newPage(
                        new Browser.NewPageOptions()
                                .setColorScheme(scheme)
                                .setViewportSize(1440, 900));
        entered.onConsoleMessage(message -> {
            // A refusal that the page expects is logged as an error by the browser itself.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        entered.onPageError(complaints::add);
        entered.navigate(lockstep.address());
        assertThat(entered.locator("#trading")).containsText("trading");
        assertThat(entered.locator("#page")).hasText("live");
        return entered;
    }

    private void write(String symbol, String qty, String limit) {
        page.locator("[name=symbol]").fill(symbol);
        page.locator("[name=qty]").fill(qty);
        page.locator("[name=type]").selectOption("limit");
        page.locator("[name=limitPrice]").fill(limit);
    }

    private static Locator.FilterOptions with(String text) {
        return new Locator.FilterOptions().setHasText(text);
    }

    private static Locator.GetByTextOptions exactly() {
        return new Locator.GetByTextOptions().setExact(true);
    }
}
