package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;
import static com.microsoft.playwright.assertions.PlaywrightAssertions.setDefaultAssertionTimeout;
import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Browser;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.ColorScheme;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One browser in front of one platform, for all tests of the screen; each test opens its own pages.
 */
final class Screen implements AutoCloseable {
    private static final List<String> QUIET =
            List.of(
                    "--no-sandbox",
                    "--disable-gpu",
                    "--disable-quic",
                    "--no-first-run",
                    "--disable-background-networking",
                    "--disable-component-update",
                    "--disable-sync",
                    // One process for all pages of a window: its start costs as much as a test.
                    "--renderer-process-limit=1",
                    "--disable-site-isolation-trials");
    private static final int WIDE = 1440;
    private static final int HIGH = 900;

    /** A busy machine may take its time; an assertion that holds waits no longer than it must. */
    private static final double BUSY_MACHINE_MILLIS = 20_000;

    private final Path folder;
    private final Playwright playwright;
    private final Browser browser;
    private final ServedLockstep lockstep;
    private final SharedAccount account;
    private final List<ReusableWindow> used = new ArrayList<>();
    private final Deque<ReusableWindow> free = new ArrayDeque<>();
    private final List<String> complaints = new ArrayList<>();

    /**
     * Opens them.
     *
     * @param chromium the browser's program
     */
    Screen(Path chromium) throws IOException {
        folder = Files.createTempDirectory("screen");
        setDefaultAssertionTimeout(BUSY_MACHINE_MILLIS);
        playwright =
                Playwright.create(
                        new Playwright.CreateOptions()
                                .setEnv(Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1")));
        browser =
                playwright
                        .chromium()
                        .launch(
                                new BrowserType.LaunchOptions()
                                        .setExecutablePath(chromium)
                                        .setArgs(QUIET));
        lockstep = new ServedLockstep(folder);
        account = new SharedAccount(lockstep.address());
    }

    /** The Chromium of this machine, if it has one. */
    static Optional<Path> chromium() {
        return Stream.of("chromium", "chromium-browser", "google-chrome")
                .map(name -> Path.of("/usr/bin", name))
                .filter(Files::isExecutable)
                .findFirst();
    }

    /** Where the platform serves. */
    String address() {
        return lockstep.address();
    }

    /** Ends what the tests before left in the account. */
    void clearAccount() {
        account.clear();
    }

    /** A script's import of a module that the page itself has imported, not of a copy. */
    static String module(String name) {
        return "import(document.querySelector('script[src$=\"/main.js\"]').src.replace('main.js', '"
                + name
                + "'))";
    }

    private BrowserContext create() {
        BrowserContext context =
                browser.newContext(
                        new Browser.NewContextOptions()
                                .setColorScheme(ColorScheme.LIGHT)
                                .setViewportSize(WIDE, HIGH));
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            // A refusal that the page expects is logged as an error by the browser itself.
            if (message.type().equals("error")
                    && !message.text().startsWith("Failed to load resource")) {
                complaints.add(message.text());
            }
        });
        return context;
    }

    /** A window as a desk has it; a test before may have used it, and left nothing in it. */
    BrowserContext window() {
        ReusableWindow window = free.isEmpty() ? new ReusableWindow(create()) : free.pop();
        used.add(window);
        return window.context();
    }

    /** A page that shows a view and hears live news. */
    Page enter(BrowserContext context, String view) {
        return enter(context, address(), view);
    }

    /** The same, by another way. */
    static Page enter(BrowserContext context, String address, String view) {
        return enter(context.newPage(), address, view);
    }

    /** A page in a window of its own, in these colours and of this size. */
    Page enter(String view, ColorScheme scheme, int wide, int high) {
        Page page = window().newPage();
        page.emulateMedia(new Page.EmulateMediaOptions().setColorScheme(scheme));
        page.setViewportSize(wide, high);
        return enter(page, address(), view);
    }

    /** The same, in a page that is open. */
    static Page enter(Page page, String address, String view) {
        page.navigate(address + "/#" + view);
        assertThat(page.locator("#trading")).containsText("trading");
        assertThat(page.locator("#page")).hasText("● live");
        return page;
    }

    /** A page in a window of its own. */
    Page enter(String view) {
        return enter(window(), view);
    }

    /** Closes all windows; none of them may have complained. */
    void closeWindows() {
        used.forEach(ReusableWindow::reset);
        used.forEach(free::push);
        used.clear();
        List<String> heard = List.copyOf(complaints);
        complaints.clear();
        assertThat(heard).as("what the browser complained of").isEmpty();
    }

    @Override
    public void close() throws IOException {
        lockstep.close();
        playwright.close();
        ServedLockstep.delete(folder);
    }
}
