package dev.lockstep.app.web;

import dev.lockstep.app.web.answer.Gzip;
import dev.lockstep.app.web.answer.ProblemException;
import dev.lockstep.app.web.guard.Authenticator;
import io.javalin.config.RoutesConfig;
import io.javalin.http.Context;
import io.javalin.http.HttpStatus;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/**
 * Serves the screen's files under {@code /web} and those of its libraries, each with an ETag, so
 * that browsers can revalidate their copies. The page itself names the built-in ones by addresses
 * with their version, whose copies need no revalidation.
 */
final class StaticAssets {
    private static final Pattern NAME =
            Pattern.compile(
                    "[A-Za-z0-9_@-][A-Za-z0-9._@-]*(/[A-Za-z0-9_@-][A-Za-z0-9._@-]*){0,12}");

    /** The folder of the screen's files. */
    static final String OWN = "web/";

    private static final String PAGE = "index.html";
    private static final String REVALIDATED = "no-cache";
    private static final String KEPT = "public, max-age=31536000, immutable";
    private static final String LIBRARIES = "META-INF/resources/webjars/";
    private static final Map<String, String> TYPES =
            Map.ofEntries(
                    Map.entry("html", "text/html; charset=utf-8"),
                    Map.entry("css", "text/css; charset=utf-8"),
                    Map.entry("js", "text/javascript; charset=utf-8"),
                    Map.entry("mjs", "text/javascript; charset=utf-8"),
                    Map.entry("json", "application/json"),
                    Map.entry("svg", "image/svg+xml"),
                    Map.entry("png", "image/png"),
                    Map.entry("ico", "image/x-icon"),
                    Map.entry("woff2", "font/woff2"),
                    Map.entry("txt", "text/plain; charset=utf-8"),
                    Map.entry("webmanifest", "application/manifest+json"));

    private final Optional<Path> folder;
    private final Authenticator admission;
    private final Optional<String> version;
    private final Map<String, StaticAsset> known = new ConcurrentHashMap<>();

    /**
     * Registers the files.
     *
     * @param admission decides who gets the screen; others are redirected to the login
     * @param folder a folder to read the screen's files from at each request; empty for the
     *     built-in ones
     */
    StaticAssets(Optional<Path> folder, Authenticator admission) {
        this.folder = folder;
        this.admission = admission;
        this.version =
                folder.isPresent()
                        ? Optional.empty()
                        : Optional.of("v" + ScreenVersion.current() + "/");
    }

    void register(RoutesConfig routes) {
        routes.get("/", this::enter);
        routes.get("/favicon.ico", request -> revalidated(request, OWN, "favicon.ico"));
        routes.get("/web/<name>", this::own);
        routes.get(
                "/webjars/<name>",
                request -> revalidated(request, LIBRARIES, request.pathParam("name")));
    }

    private void enter(Context request) {
        if (admission.admits(
                request.header("Authorization"), request.cookie(Authenticator.COOKIE))) {
            serve(request, page(), REVALIDATED);
        } else {
            request.redirect("/" + OWN + "login.html", HttpStatus.SEE_OTHER);
        }
    }

    /** Returns the page with the addresses that contain the version. */
    private StaticAsset page() {
        StaticAsset page = found(OWN, PAGE);
        return version.map(named ->
                        known.computeIfAbsent(named + PAGE, _ -> page.leading(OWN, OWN + named)))
                .orElse(page);
    }

    private void own(Context request) {
        String name = request.pathParam("name");
        if (version.isPresent() && name.startsWith(version.get())) {
            serve(request, found(OWN, name.substring(version.get().length())), KEPT);
        } else {
            revalidated(request, OWN, name);
        }
    }

    private void revalidated(Context request, String root, String name) {
        serve(request, found(root, name), REVALIDATED);
    }

    private StaticAsset found(String root, String name) {
        return find(root, name).orElseThrow(() -> ProblemException.notFound("there is no " + name));
    }

    private static void serve(Context request, StaticAsset asset, String caching) {
        request.header("ETag", asset.etag());
        request.header("Cache-Control", caching);
        request.header("Vary", "Accept-Encoding");
        boolean gzip = asset.gzip().isPresent() && Gzip.accepted(request.header("Accept-Encoding"));
        if (asset.etag().equals(request.header("If-None-Match"))) {
            request.status(304);
        } else {
            if (gzip) {
                request.header("Content-Encoding", "gzip");
            }
            request.contentType(asset.type())
                    .result(gzip ? asset.gzip().orElseThrow() : asset.bytes());
        }
    }

    private Optional<StaticAsset> find(String root, String name) {
        String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
        if (type == null || !NAME.matcher(name).matches()) {
            return Optional.empty();
        }
        if (folder.isPresent() && root.equals(OWN)) {
            return fromFolder(folder.get(), name).map(bytes -> new StaticAsset(type, bytes));
        }
        Optional<StaticAsset> asset = Optional.ofNullable(known.get(root + name));
        return asset.isPresent()
                ? asset
                : builtIn(root + name)
                        .map(bytes -> {
                            StaticAsset read = new StaticAsset(type, bytes);
                            known.put(root + name, read);
                            return read;
                        });
    }

    private static Optional<byte[]> builtIn(String path) {
        try (InputStream in = StaticAssets.class.getClassLoader().getResourceAsStream(path)) {
            return in == null ? Optional.empty() : Optional.of(in.readAllBytes());
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }

    private static Optional<byte[]> fromFolder(Path folder, String name) {
        Path file = folder.resolve(name);
        try {
            return Files.isRegularFile(file)
                    ? Optional.of(Files.readAllBytes(file))
                    : Optional.empty();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
