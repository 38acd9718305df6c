package dev.lockstep.screen;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import org.junit.jupiter.api.extension.AfterEachCallback;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;
import org.junit.jupiter.api.extension.ParameterContext;
import org.junit.jupiter.api.extension.ParameterResolver;

/**
 * Hands the one {@link Screen} to every test that asks for it, closes each test's windows, and
 * clears the account before each class. Skipped, and it says so, where no Chromium is installed.
 */
final class ScreenExtension implements BeforeAllCallback, AfterEachCallback, ParameterResolver {
    @Override
    public void beforeAll(ExtensionContext context) {
        assumeTrue(
                Screen.chromium().isPresent(),
                "no Chromium under /usr/bin: the screen is not tested");
        Shared.SCREEN.clearAccount();
    }

    @Override
    public void afterEach(ExtensionContext context) {
        Shared.SCREEN.closeWindows();
    }

    @Override
    public boolean supportsParameter(ParameterContext parameter, ExtensionContext context) {
        return parameter.getParameter().getType() == Screen.class;
    }

    @Override
    public Object resolveParameter(ParameterContext parameter, ExtensionContext context) {
        return Shared.SCREEN;
    }

    /**
     * The one of this JVM: surefire runs each class in a launcher of its own, so a store of JUnit
     * would open a server and a browser for each of them.
     */
    private static final class Shared {
        private static final Screen SCREEN = open();

        private static Screen open() {
            try {
                Screen screen = new Screen(Screen.chromium().orElseThrow());
                Runtime.getRuntime().addShutdownHook(new Thread(() -> close(screen)));
                return screen;
            } catch (IOException broken) {
                throw new UncheckedIOException(broken);
            }
        }

        private static void close(Screen screen) {
            try {
                screen.close();
            } catch (IOException leftInTheTemporaryFolder) {
                throw new UncheckedIOException(leftInTheTemporaryFolder);
            }
        }
    }
}
