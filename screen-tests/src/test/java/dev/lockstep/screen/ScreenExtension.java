package dev.lockstep.screen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Optional;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ExtensionContext.Namespace;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link Screen} to every test that asks for it, and closes each test's windows.
 * Skipped, and it says so, where no Chromium is installed.
 */
final class ScreenExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
    private static final Namespace HERE = Namespace.create(ScreenExtension.class);

    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(
                Screen.chromium().isPresent(),
                "no Chromium under /usr/bin: the screen is not tested");
    }

    @Override
    public void afterEach(ExtensionContext context) {
        screen(context).closeWindows();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Screen.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return screen(context);
    }

    /** Kept at the root, so that all classes share it; JUnit closes it at the end. */
    private static Screen screen(ExtensionContext context) {
        return context.getRoot()
                .getStore(HERE)
                .computeIfAbsent(Screen.class, _ -> open(), Screen.class);
    }

    private static Screen open() {
        Optional<Path> chromium = Screen.chromium();
        try {
            return new Screen(chromium.orElseThrow());
        } catch (IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
    }
}
