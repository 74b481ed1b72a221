package io.throughline.host.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import com.atlassian.event.api.EventPublisher;
import io.throughline.host.planted.PlainProduct;
import io.throughline.host.planted.PlantedPlugin;
import io.throughline.host.planted.TestNode;
import io.throughline.host.web.WebFragments;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The module types of both products, each planted once and seen to work. */
@Tag("slow")
class ModuleTypesTest {

    private static final String KEY = "com.example.modules";

    /** In memory, for two nodes of one cluster. */
    private static final String DATABASE = "jdbc:h2:mem:module-types;DB_CLOSE_DELAY=-1";

    @TempDir
    private static Path folder;

    private static TestNode node;

    @BeforeAll
    static void start() throws Exception {
        node = TestNode.start(PlainProduct.likeJira(), folder, "--db", DATABASE);
    }

    @AfterAll
    static void stop() {
        node.close();
    }

    @AfterEach
    void uninstall() {
        System.clearProperty(KEY);
        node.node().plugins().all().forEach(plugin -> node.node().plugins().uninstall(plugin.key()));
    }

    @Test
    void filtersMeetARequestByPlaceAndWeight() throws Exception {
        node.install(PlantedPlugin.named(KEY)
                .imports("jakarta.servlet", "jakarta.servlet.http")
                .source(KEY + ".Mark", """
                        import jakarta.servlet.*;
                        import jakarta.servlet.http.*;
                        public class Mark extends HttpFilter {
                            @Override protected void doFilter(HttpServletRequest q, HttpServletResponse a, FilterChain chain)
                                    throws java.io.IOException, ServletException {
                                Object before = q.getAttribute("marks");
                                q.setAttribute("marks", (before == null ? "" : before + " ") + getFilterConfig().getInitParameter("mark")
                                        + (q.getRemoteUser() == null ? "" : "+user"));
                                chain.doFilter(q, a);
                            }
                        }
                        """)
                .source(KEY + ".Marks", """
                        import jakarta.servlet.http.*;
                        public class Marks extends HttpServlet {
                            @Override protected void doGet(HttpServletRequest q, HttpServletResponse a) throws java.io.IOException {
                                a.getWriter().write(q.getAttribute("marks") + "");
                            }
                        }
                        """)
                .modules(filter("late", "before-dispatch", 10, "/plugins/*"))
                .modules(filter("heavy", "before-decoration", 200, "/*"))
                .modules(filter("light", "before-decoration", 5, "/*"))
                .modules(filter("first", "before-login", 100, "/*"))
                .modules(filter("other", "before-dispatch", 1, "/rest/*"))
                .modules("<servlet key=\"marks\" class=\"" + KEY
                        + ".Marks\"><url-pattern>/marks</url-pattern></servlet>"));

        assertThat(node.getAs("dev", "/plugins/servlet/marks").body())
                .isEqualTo("first light+user heavy+user late+user");
        node.node().plugins().disableModule(KEY, "light");
        assertThat(node.getAs("dev", "/plugins/servlet/marks").body()).isEqualTo("first heavy+user late+user");
    }

    @Test
    void sectionsAndTheirItemsAreFoundByLocationInTheOrderOfWeights() throws Exception {
        node.install(
                PlantedPlugin.named(KEY)
                        .modules(
                                "<web-section key=\"b\" location=\"planted.menu\" weight=\"20\"><label>Second</label></web-section>")
                        .modules(
                                "<web-section key=\"a\" location=\"planted.menu\" weight=\"10\"><label>First</label></web-section>")
                        .modules(
                                "<web-item key=\"i\" section=\"planted.menu/a\"><label>In it</label><link>/x</link></web-item>"));

        assertThat(node.node().fragments().sections("planted.menu", Map.of()))
                .extracting(WebFragments.Section::label)
                .containsExactly("First", "Second");
        assertThat(node.node().fragments().items("planted.menu/a", Map.of()))
                .extracting(WebFragments.Item::label)
                .containsExactly("In it");
    }

    @Test
    void upgradeTasksRunInTheOrderOfTheirNumbersOnceInTheClusterAndAFailureStopsThem() throws Exception {
        try (TestNode second = TestNode.start(PlainProduct.likeJira(), folder, "--db", DATABASE, "--node-id", "2")) {
            node.install(tasks("3", "3"));
            assertThat(System.getProperty(KEY)).isEqualTo("1 2 ");

            second.install(tasks("3", "none"));
            assertThat(System.getProperty(KEY)).isEqualTo("1 2 3 10 ");

            node.install(tasks("3", "none"));
            assertThat(System.getProperty(KEY)).isEqualTo("1 2 3 10 ");
            second.node().plugins().uninstall(KEY);
        }
    }

    @Test
    void aListenerHearsByItsAnnotationUntilItsPluginIsDisabled() throws Exception {
        Plugin listening = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.event.api", "jakarta.annotation")
                .index("imports", "com.atlassian.event.api.EventPublisher")
                .source(KEY + ".Ear", """
                        import com.atlassian.event.api.*;
                        public class Ear {
                            private final EventPublisher events;
                            public Ear(EventPublisher events) { this.events = events; }
                            @jakarta.annotation.PostConstruct public void listen() { events.register(this); }
                            @jakarta.annotation.PreDestroy public void stop() { events.unregister(this); }
                            @EventListener public void heard(CharSequence words) {
                                System.setProperty("com.example.modules", words + " on " + Thread.currentThread().getName());
                            }
                        }
                        """)
                .index("component", KEY + ".Ear"));
        assertThat(listening.failure()).isEmpty();
        EventPublisher events = node.node().services().get(EventPublisher.class);

        events.publish("hello");
        assertThat(System.getProperty(KEY))
                .isEqualTo("hello on " + Thread.currentThread().getName());

        node.node().plugins().disable(KEY);
        events.publish("nobody");
        assertThat(System.getProperty(KEY)).startsWith("hello");
    }

    @Test
    void aJobScheduledAtTheStartRuns() throws Exception {
        Plugin plugin = node.install(PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.lifecycle", "com.atlassian.scheduler", "com.atlassian.scheduler.config")
                .index("imports", "com.atlassian.scheduler.SchedulerService")
                .source(KEY + ".Nightly", """
                        import com.atlassian.scheduler.*;
                        import com.atlassian.scheduler.config.*;
                        public class Nightly implements com.atlassian.sal.api.lifecycle.LifecycleAware, JobRunner {
                            private static final JobRunnerKey KEY = JobRunnerKey.of("com.example.modules.nightly");
                            private final SchedulerService scheduler;
                            private final java.util.concurrent.CountDownLatch ran = new java.util.concurrent.CountDownLatch(1);
                            public Nightly(SchedulerService scheduler) { this.scheduler = scheduler; }
                            public void onStart() {
                                scheduler.registerJobRunner(KEY, this);
                                try { scheduler.scheduleJob(JobId.of("com.example.modules.once"), JobConfig.forJobRunnerKey(KEY)); }
                                catch (SchedulerServiceException broken) { throw new IllegalStateException(broken); }
                            }
                            public void onStop() { scheduler.unregisterJobRunner(KEY); }
                            public JobRunnerResponse runJob(JobRunnerRequest request) { ran.countDown(); return JobRunnerResponse.success(); }
                            @Override public String toString() {
                                try { return "ran: " + ran.await(20, java.util.concurrent.TimeUnit.SECONDS); }
                                catch (InterruptedException stopped) { return "interrupted"; }
                            }
                        }
                        """)
                .index("component", KEY + ".Nightly")
                .index("exports", KEY + ".Nightly#com.atlassian.sal.api.lifecycle.LifecycleAware"));

        assertThat(plugin.bean("nightly", Object.class)).hasToString("ran: true");
    }

    private static String filter(String mark, String location, int weight, String pattern) {
        return "<servlet-filter key=\"" + mark + "\" class=\"" + KEY + ".Mark\" location=\"" + location
                + "\" weight=\"" + weight + "\"><url-pattern>" + pattern + "</url-pattern><init-param><param-name>mark"
                + "</param-name><param-value>" + mark + "</param-value></init-param></servlet-filter>";
    }

    /** Tasks 10, 1, 2 and the given one, exported in that order; one of them may fail. */
    private static PlantedPlugin tasks(String number, String failing) {
        PlantedPlugin plugin = PlantedPlugin.named(KEY)
                .imports("com.atlassian.sal.api.upgrade", "com.atlassian.sal.api.message")
                .source(KEY + ".Task", """
                        import com.atlassian.sal.api.message.Message;
                        public abstract class Task implements com.atlassian.sal.api.upgrade.PluginUpgradeTask {
                            private final int number;
                            Task(int number) { this.number = number; }
                            public int getBuildNumber() { return number; }
                            public String getShortDescription() { return "task " + number; }
                            public String getPluginKey() { return "com.example.modules"; }
                            public java.util.Collection<Message> doUpgrade() throws Exception {
                                if ("%s".equals("" + number)) { throw new Exception("not today"); }
                                System.setProperty("com.example.modules", System.getProperty("com.example.modules", "") + number + " ");
                                return java.util.List.of();
                            }
                        }
                        """.formatted(failing));
        List<String> numbers = List.of("10", "1", "2", number);
        numbers.forEach(each -> plugin.source(
                KEY + ".Task" + each,
                "public class Task" + each + " extends Task { public Task" + each + "() { super(" + each + "); } }"));
        return plugin.index(
                        "component",
                        numbers.stream().map(each -> KEY + ".Task" + each).toArray(String[]::new))
                .index(
                        "exports",
                        numbers.stream()
                                .map(each -> KEY + ".Task" + each + "#com.atlassian.sal.api.upgrade.PluginUpgradeTask")
                                .toArray(String[]::new));
    }
}
