package dev.lockstep.screen;

import static com.microsoft.playwright.assertions.PlaywrightAssertions.assertThat;

import com.microsoft.playwright.Page;
import com.microsoft.playwright.options.ColorScheme;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.junit.jupiter.api.extension.ExtendWith;

/** Makes the pictures of the screen, for who names a folder for them; alone, on an empty book. */
@ExtendWith(ScreenExtension.class)
@EnabledIfSystemProperty(named = PictureTest.FOLDER, matches = ".+")
@Tag("slow")
final class PictureTest {
    static final String FOLDER = "screen.pictures";

    /** What a day of trading may leave behind, sent one after the other, at the market of now. */
    private static final String A_BUSY_BOOK =
            """
            async () => {
              const {ask, freshKey} = await import('/web/base/api.js');
              const send = (order) => ask('POST', '/orders', order, freshKey()).catch(() => null);
              const middle = async (symbol) => {
                const {bid, ask: offered} = await ask('GET', `/quotes?symbol=${symbol}`);
                return (Number(bid) + Number(offered)) / 2;
              };
              const rest = async (symbol, side, qty, factor, more = {}) => {
                const px = await middle(symbol);
                const {takeProfit, stopLoss, ...other} = more;
                return send({symbol, side, qty, type: 'limit', limitPrice: (px * factor).toFixed(2), timeInForce: 'gtc', ...other,
                  ...(takeProfit ? {takeProfit: (px * takeProfit).toFixed(2), stopLoss: (px * stopLoss).toFixed(2)} : {})});
              };
              for (const [symbol, qty, strategy] of [['AAPL', '120'], ['MSFT', '40', 'trend'], ['NVDA', '300', 'trend'], ['TSLA', '30', 'pairs'], ['SPY', '25']]) {
                await send({symbol, side: 'buy', qty, strategy});
              }
              await send({symbol: 'TSLA', side: 'sell', qty: '10', strategy: 'pairs'});
              await send({symbol: 'TSLA', side: 'sell', qty: '5', strategy: 'pairs'});
              await rest('AMZN', 'buy', '25', 0.975);
              await rest('KO', 'buy', '100', 0.98, {strategy: 'pairs'});
              await rest('SPY', 'sell', '10', 1.02);
              await rest('NVDA', 'sell', '100', 1.04, {strategy: 'trend'});
              await send({symbol: 'TSLA', side: 'sell', qty: '5', type: 'trailing_stop', trailPercent: '6', timeInForce: 'gtc', strategy: 'pairs'});
              const wait = await rest('AMD', 'buy', '40', 0.96);
              await ask('PATCH', `/orders/${wait.order.id}`, {limitPrice: (Number(wait.order.limitPrice) + 1).toFixed(2)}, freshKey());
              await send({symbol: 'ZZZZ', side: 'buy', qty: '1'});
              await rest('MSFT', 'buy', '20', 0.985, {orderClass: 'bracket', takeProfit: 1.05, stopLoss: 0.96, strategy: 'trend'});
              await rest('AAPL', 'sell', '60', 1.012);
              await rest('AAPL', 'buy', '50', 0.99);
              return (await middle('AAPL'));
            }
            """;

    /** Twenty minutes of the exchange go by in a second; each trade is a point of its curve. */
    private static final String HOURS_OF_TRADING =
            """
            async () => {
              const {ask, freshKey} = await import('/web/base/api.js');
              await ask('POST', '/simulator/clock', {speed: '1200'});
              const symbols = ['AAPL', 'NVDA', 'SPY', 'MSFT', 'TSLA'];
              for (let trade = 0; trade < 90; trade++) {
                const side = trade % 5 === 4 ? 'sell' : 'buy';
                await ask('POST', '/orders', {symbol: symbols[trade % 4], side, qty: String(5 + trade % 7)}, freshKey()).catch(() => null);
                await new Promise((go) => setTimeout(go, 400));
              }
              await ask('POST', '/simulator/clock', {speed: '1'});
            }
            """;

    @Test
    void the_trading_view_and_the_profit_view(Screen screen) {
        Page page = screen.enter("trade", ColorScheme.DARK, 1440, 900);
        double middle = ((Number) page.evaluate(A_BUSY_BOOK)).doubleValue();
        page.locator("#watch-held").click();
        Ticket ticket = new Ticket(page);
        ticket.write("AAPL", "10").limit(price(middle, 0.999));
        ticket.field("orderClass").selectOption("bracket");
        ticket.field("takeProfit").fill(price(middle, 1.05));
        ticket.field("stopLoss").fill(price(middle, 0.975));
        assertThat(page.locator("#verdict")).containsText("would be sent");
        ticket.tab("all");
        assertThat(ticket.rows("ZZZZ")).containsText("denied");
        assertThat(page.locator("#positions tr:has-text('AAPL')")).containsText("$");
        assertThat(page.locator("#market-chart canvas").first()).isVisible();
        assertThat(page.locator("#watched polyline")).hasCount(5);
        take(page, "screen.png");

        page.evaluate(HOURS_OF_TRADING);
        page.navigate(screen.address() + "/#profit");
        assertThat(page.locator("#view-profit .figures")).containsText("Profit");
        assertThat(page.locator("section[aria-labelledby='symbols-head'] table"))
                .containsText("TSLA");
        assertThat(page.locator("#profit-chart canvas").first()).isVisible();
        take(page, "profit.png");
    }

    private static String price(double middle, double factor) {
        return "%.2f".formatted(middle * factor);
    }

    private static void take(Page page, String name) {
        page.evaluate("document.querySelectorAll('.note').forEach(note => note.remove())");
        page.evaluate(
                "new Promise(done => requestAnimationFrame(() => requestAnimationFrame(done)))");
        page.screenshot(
                new Page.ScreenshotOptions()
                        .setPath(Path.of(System.getProperty(FOLDER, ""), name)));
    }
}
