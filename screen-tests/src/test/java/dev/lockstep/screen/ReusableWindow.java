package dev.lockstep.screen;

import com.google.gson.JsonObject;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import java.util.HashSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A browser window for one test after the other. Its cache of the screen's files stays, because to
 * fetch and compile them again costs more than most tests; all that a page stored is deleted.
 */
final class ReusableWindow {
    /** Without the HTTP cache, which holds the same files for each test. */
    private static final String STORED = "cookies,local_storage,indexeddb,service_workers";

    private static final Pattern ORIGIN = Pattern.compile("^https?://[^/?#]+");

    private final BrowserContext context;
    private final Page blank;
    private final CDPSession browser;
    private final Set<String> origins = new HashSet<>();

    ReusableWindow(BrowserContext context) {
        this.context = context;
        blank = context.newPage();
        browser = context.newCDPSession(blank);
        context.onPage(page -> page.onFrameNavigated(frame -> visited(frame.url())));
    }

    BrowserContext context() {
        return context;
    }

    /** Closes its pages and deletes what they stored, routed or were permitted. */
    void reset() {
        context.unrouteAll();
        context.pages().stream().filter(page -> !page.equals(blank)).forEach(Page::close);
        context.clearCookies();
        context.clearPermissions();
        origins.forEach(this::deleteStored);
        origins.clear();
    }

    private void visited(String url) {
        Matcher origin = ORIGIN.matcher(url);
        if (origin.find()) {
            origins.add(origin.group());
        }
    }

    private void deleteStored(String origin) {
        JsonObject what = new JsonObject();
        what.addProperty("origin", origin);
        what.addProperty("storageTypes", STORED);
        browser.send("Storage.clearDataForOrigin", what);
    }
}
