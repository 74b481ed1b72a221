package io.throughline.host.launch;

import io.throughline.host.demo.SupervisorWatch;
import java.time.Clock;
import java.util.ServiceLoader;
import java.util.concurrent.CountDownLatch;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The main class of one node's JVM: {@code --product jira --node-id 1} and the options of the demo. */
public final class ProductMain {

    private static final Logger LOG = LoggerFactory.getLogger(ProductMain.class);

    private ProductMain() {}

    public static void main(String[] arguments) throws Exception {
        Options options = Options.parse(arguments);
        String wanted = options.product().orElseThrow(() -> new IllegalArgumentException("--product is missing"));
        Product product = ServiceLoader.load(Product.class).stream()
                .map(ServiceLoader.Provider::get)
                .filter(found -> found.id().equals(wanted))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("no product " + wanted));
        Platform platform = ServiceLoader.load(Platform.class)
                .findFirst()
                .orElseThrow(() -> new IllegalStateException("no platform on the class path"));
        SupervisorWatch.endWithSupervisor();
        NodeRun node = startOrExit(options, product, platform);
        CountDownLatch ended = new CountDownLatch(1);
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            node.close();
            ended.countDown();
        }));
        ended.await();
    }

    /** A node that cannot start ends, whatever threads it has begun, so that its supervisor hears of it. */
    private static NodeRun startOrExit(Options options, Product product, Platform platform) {
        try {
            return NodeRun.start(options, product, platform, Clock.systemDefaultZone());
        } catch (Exception | LinkageError failed) {
            LOG.error("{} does not start: {}", product.displayName(), failed.getMessage(), failed);
            System.exit(1);
            throw new IllegalStateException("unreachable", failed);
        }
    }
}
