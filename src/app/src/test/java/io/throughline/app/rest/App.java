package io.throughline.app.rest;

import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.UrlMode;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import io.throughline.app.MovableClock;
import io.throughline.app.access.Access;
import io.throughline.app.access.PlatformPeople;
import io.throughline.app.daily.DayKeeper;
import io.throughline.app.daily.DaySection;
import io.throughline.app.daily.History;
import io.throughline.app.daily.InMemoryDayRecords;
import io.throughline.app.daily.LateAchievements;
import io.throughline.app.daily.Past;
import io.throughline.app.digest.DigestKeeper;
import io.throughline.app.digest.DigestLetter;
import io.throughline.app.digest.Findings;
import io.throughline.app.digest.InMemorySentDigests;
import io.throughline.app.exchange.Exchange;
import io.throughline.app.map.MapLayouts;
import io.throughline.app.remind.InMemorySentReminders;
import io.throughline.app.remind.ReminderKeeper;
import io.throughline.app.remind.ReminderLetter;
import io.throughline.app.store.InMemoryStrategyStore;
import io.throughline.app.store.LocalLocks;
import io.throughline.app.suggest.InMemoryTexts;
import io.throughline.app.suggest.Suggester;
import io.throughline.app.web.Languages;
import io.throughline.app.web.StrictTemplates;
import io.throughline.app.web.TestLanguage;
import jakarta.ws.rs.core.StreamingOutput;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.concurrent.ExecutionException;
import java.util.function.Function;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.glassfish.jersey.internal.MapPropertiesDelegate;
import org.glassfish.jersey.server.ApplicationHandler;
import org.glassfish.jersey.server.ContainerRequest;
import org.glassfish.jersey.server.ContainerResponse;
import org.glassfish.jersey.server.ResourceConfig;

/** The REST API over a store in memory, called through the real JAX-RS engine without a network. */
final class App {
    /** Kept, or the setting is collected: Jersey warns of every resource that is registered as an instance. */
    private static final Logger JERSEY = Logger.getLogger("org.glassfish.jersey");

    static {
        JERSEY.setLevel(Level.OFF);
    }

    static final String BASE = "http://jira/rest/throughline/1.0/";

    final MovableClock clock = new MovableClock();
    /** Answers are kept a minute by this one: the versions of a strategy begin anew with each test. */
    private final MovableClock readers = new MovableClock();

    final FakeUsers users = new FakeUsers();
    final FakeWork work = new FakeWork();
    final InMemoryTexts texts = new InMemoryTexts();
    final InMemoryStrategyStore store;
    final InMemoryDayRecords days = new InMemoryDayRecords();
    final DayKeeper dayKeeper;
    final LateAchievements achievements;
    final FakePostbox postbox = new FakePostbox();
    /** What the gate says to new issues, by project and type. */
    Function<String, Optional<String>> gate = choice -> Optional.empty();

    final InMemorySentReminders sent = new InMemorySentReminders();
    private final Access access;
    private final ReminderLetter letter;
    private final DigestLetter digestLetter;
    final InMemorySentDigests sentDigests = new InMemorySentDigests();
    final List<Object> resources;
    private final ApplicationHandler engine;

    private static final App SHARED = new App();

    /** An empty app with pmo logged in. One engine serves all tests: it takes longer to start than a test to run. */
    static App fresh() {
        SHARED.store.reset();
        SHARED.readers.forward(Duration.ofHours(1));
        SHARED.work.ready = true;
        SHARED.texts.clear();
        SHARED.days.clear();
        SHARED.sent.clear();
        SHARED.sentDigests.clear();
        SHARED.work.leads.clear();
        SHARED.postbox.clear();
        SHARED.users.deactivated.clear();
        SHARED.users.gone.clear();
        SHARED.gate = choice -> Optional.empty();
        return SHARED.as("pmo");
    }

    /** An app in which the day is that of its clock, and the work can be changed. */
    static App inTime() {
        App app = new App();
        app.work.clock = app.clock;
        return app.as("pmo");
    }

    private App() {
        store = new InMemoryStrategyStore(clock);
        Languages languages = new PropertiesTexts().languages();
        access = new Access(users, users, store);
        letter = new ReminderLetter(
                TestLanguage.languages(user -> user.equals("u-dev") ? Locale.GERMANY : Locale.UK),
                new PlatformPeople(users, users),
                new StrictTemplates(),
                new JiraAtItsAddress());
        digestLetter = new DigestLetter(
                TestLanguage.languages(user -> user.equals("u-dev") ? Locale.GERMANY : Locale.UK),
                new StrictTemplates(),
                new JiraAtItsAddress());
        Edge edge = new Edge(access, languages);
        Calls calls = new Calls(edge, store, new PlatformPeople(users, users), work, clock);
        Exchange exchange = new Exchange(store, List.of(new DaySection(days)), clock);
        dayKeeper = new DayKeeper(() -> work.ready, work::on, store, days, new LocalLocks(), clock);
        achievements = new LateAchievements(() -> work.ready, work::on, store, clock);
        work.kept = store::kept;
        Moments moments = new Moments(store, work, new Past(store, days, work.day()));
        SuggestionViews suggestions =
                new SuggestionViews(new Suggester(texts, store, work::queries, work.browsing), languages);
        Freshness freshness = new Freshness(readers);
        PlanParts parts = new PlanParts(calls, moments, languages, new KpiRows(), new LinkRows(), new MapLayouts());
        CardParts cards = new CardParts(calls, work, moments, languages);
        OrphanSummary orphans = new OrphanSummary(calls, work, moments, new History(days), languages);
        resources = List.of(
                new PlansResource(calls, moments, languages, parts, freshness),
                new PartsResource(calls, parts, cards, orphans, freshness),
                new ExplainResource(calls, moments, languages),
                new HistoryResource(calls, moments, new History(days)),
                new ThemesResource(calls),
                new ObjectivesResource(calls, work, cards, freshness),
                new KpisResource(calls, cards, freshness),
                new LinksResource(calls, new BulkLinks(calls, work, languages)),
                new ContributionsResource(calls),
                new CausesResource(calls),
                new ExemptionsResource(calls, new BulkExemptions(calls, work)),
                new OrphansResource(calls, work, suggestions, orphans, languages, freshness),
                new CoverageResource(calls, work, new History(days), languages),
                new WorkResource(calls, work, suggestions),
                new GatesResource(calls, (project, type, caller) -> gate.apply(project + "/" + type)),
                new SettingsResource(calls, work),
                new ChangesResource(calls),
                new InboxResource(calls),
                new DelegationsResource(calls, access),
                new RemindersResource(calls, postbox, reminders(), digests()),
                new ExportResource(calls, exchange),
                new ImportResource(calls, exchange),
                new HealthResource(edge, work),
                new ShownResource(
                        calls,
                        new io.throughline.app.shown.ShownPages(
                                org.mockito.Mockito.mock(com.atlassian.applinks.api.ApplicationLinkService.class))),
                new OpenApiResource(edge));
        engine = new ApplicationHandler(new ResourceConfig()
                .registerInstances(resources.toArray())
                .register(FrameworkAnswers.class)
                // the host and the products switch it off as well: bodies are ours
                .property("jersey.config.server.wadl.disableWadl", true)
                .property("jersey.config.disableAutoDiscovery", true)
                .property("jersey.config.server.disableMetainfServicesLookup", true));
    }

    /** Another node's, over the same store; each call is a restart. */
    ReminderKeeper reminders() {
        return new ReminderKeeper(store, access::of, sent, postbox, postbox, letter, new LocalLocks(), clock);
    }

    /** The same for digests. */
    DigestKeeper digests() {
        return new DigestKeeper(
                store,
                access::of,
                new Findings(work),
                digestLetter,
                sentDigests,
                postbox,
                postbox,
                new LocalLocks(),
                clock);
    }

    private record JiraAtItsAddress() implements ApplicationProperties {
        @Override
        public String getPlatformId() {
            return PLATFORM_JIRA;
        }

        @Override
        public String getBaseUrl(UrlMode mode) {
            return "https://jira.example.com/jira";
        }

        @Override
        public Optional<Path> getLocalHomeDirectory() {
            return Optional.empty();
        }

        @Override
        public Optional<Path> getSharedHomeDirectory() {
            return Optional.empty();
        }
    }

    App as(String user) {
        users.current = user;
        return this;
    }

    /** An answer. */
    record Reply(int status, JsonNode json, String text, ContainerResponse raw) {
        String header(String name) {
            return raw.getHeaderString(name);
        }

        Reply expect(int wanted) {
            if (status != wanted) {
                throw new AssertionError("expected " + wanted + ", got " + status + " " + text);
            }
            return this;
        }

        String key() {
            return json.get("key").textValue();
        }
    }

    Reply get(String path) {
        return call("GET", path, null);
    }

    Reply post(String path, String body, String... headers) {
        return call("POST", path, body, headers);
    }

    Reply put(String path, String body, long version) {
        return call("PUT", path, body, "If-Match", "\"" + version + "\"");
    }

    Reply delete(String path, long version) {
        return call("DELETE", path, null, "If-Match", "\"" + version + "\"");
    }

    /** Calls with single quotes for double ones in a body that has none of these, and with JSON as the type unless a header says otherwise. */
    Reply call(String method, String path, String body, String... headers) {
        String json = body == null || body.contains("\"") ? body : quoted(body);
        return raw(method, path, json == null ? null : json.getBytes(StandardCharsets.UTF_8), headers);
    }

    Reply raw(String method, String path, byte[] body, String... headers) {
        ContainerRequest request = new ContainerRequest(
                URI.create(BASE), URI.create(BASE + path), method, null, new MapPropertiesDelegate(), null);
        if (body != null) {
            request.setEntityStream(new ByteArrayInputStream(body));
            request.header("Content-Type", "application/json");
        }
        for (int i = 0; i < headers.length; i += 2) {
            request.getHeaders().remove(headers[i]);
            if (headers[i + 1] != null) {
                request.header(headers[i], headers[i + 1]);
            }
        }
        try {
            ContainerResponse response = engine.apply(request).get();
            String text = text(response.getEntity());
            return new Reply(response.getStatus(), json(text), text, response);
        } catch (InterruptedException | ExecutionException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String text(Object entity) {
        if (entity instanceof byte[] written) {
            return new String(written, StandardCharsets.UTF_8);
        }
        if (entity instanceof StreamingOutput streamed) {
            ByteArrayOutputStream bytes = new ByteArrayOutputStream();
            try {
                streamed.write(bytes);
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            return bytes.toString(StandardCharsets.UTF_8);
        }
        return entity == null ? "" : entity.toString();
    }

    private static JsonNode json(String text) {
        if (text.startsWith("\uFEFF")) {
            return MissingNode.getInstance(); // a sheet
        }
        try {
            return new ObjectMapper().readTree(text);
        } catch (JsonProcessingException e) {
            throw new AssertionError("not JSON: " + text, e);
        }
    }

    /** JSON in Java: single quotes stand for double ones. */
    static String quoted(String text) {
        return text.replace('\'', '"');
    }

    /** PLAN-1, TH-1, OBJ-1, KPI-1 with an actual, link 1 to ABC-1, made by pmo. */
    App withSample() {
        as("pmo");
        post("plans", "{'name':'Plan','start':'2026-01-01','end':'2026-12-31'}").expect(201);
        post("themes", "{'plan':'PLAN-1','name':'Theme'}").expect(201);
        post("objectives", "{'theme':'TH-1','name':'Objective','owner':'exec'}").expect(201);
        post(
                        "kpis",
                        "{'objective':'OBJ-1','name':'KPI','direction':'INCREASE','owner':'exec',"
                                + "'baseline':{'value':1,'date':'2026-01-01'},'target':{'value':2,'date':'2026-12-31'}}")
                .expect(201);
        post("kpis/KPI-1/actuals", "{'period':'2026-06-30','value':1.5}").expect(201);
        post("links", "{'objective':'OBJ-1','target':{'kind':'ISSUE','ref':'ABC-1'}}")
                .expect(201);
        return this;
    }
}
