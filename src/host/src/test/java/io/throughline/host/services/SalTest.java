package io.throughline.host.services;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.atlassian.audit.entity.AuditAttribute;
import com.atlassian.audit.entity.AuditEvent;
import com.atlassian.audit.entity.AuditResource;
import com.atlassian.audit.entity.AuditType;
import com.atlassian.audit.entity.ChangedValue;
import com.atlassian.audit.entity.CoverageArea;
import com.atlassian.audit.entity.CoverageLevel;
import com.atlassian.cache.Cache;
import com.atlassian.cache.CacheSettingsBuilder;
import com.atlassian.cache.CachedReference;
import com.atlassian.sal.api.pluginsettings.PluginSettings;
import com.atlassian.sal.api.user.UserKey;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.OnBothDatabases;
import io.throughline.host.plugin.Texts;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("slow")
class SalTest {

    @Nested
    class OnH2 extends InTheDatabase {
        @Override
        protected Dialect dialect() {
            return Dialect.H2;
        }
    }

    @Nested
    class OnPostgres extends InTheDatabase {
        @Override
        protected Dialect dialect() {
            return Dialect.POSTGRESQL;
        }
    }

    abstract static class InTheDatabase extends OnBothDatabases {
        private PluginSettings settings;

        @BeforeEach
        void create() {
            HostTables.create(database);
            settings = new HostPluginSettingsFactory(database.jdbi()).createSettingsForKey("plugin");
        }

        @Test
        void settingsOfEveryKindComeBackFromAnotherInstance() {
            Properties properties = new Properties();
            properties.setProperty("k", "v");
            settings.put("string", "ä");
            settings.put("list", List.of("a", "b"));
            settings.put("map", Map.of("k", "v"));
            settings.put("properties", properties);

            PluginSettings again = new HostPluginSettingsFactory(database.jdbi()).createSettingsForKey("plugin");

            assertThat(again.get("string")).isEqualTo("ä");
            assertThat(again.get("list")).isEqualTo(List.of("a", "b"));
            assertThat(again.get("map")).isEqualTo(Map.of("k", "v"));
            assertThat(again.get("properties")).isEqualTo(properties);
        }

        @Test
        void putAndRemoveGiveWhatWasThere() {
            assertThat(settings.put("k", "one")).isNull();
            assertThat(settings.put("k", "two")).isEqualTo("one");
            assertThat(settings.remove("k")).isEqualTo("two");
            assertThat(settings.get("k")).isNull();
        }

        @Test
        void spacesAreApart() {
            settings.put("k", "plugin's");

            assertThat(new HostPluginSettingsFactory(database.jdbi())
                            .createGlobalSettings()
                            .get("k"))
                    .isNull();
        }

        @Test
        void whatThePlatformDoesNotKeepIsRefused() {
            settings.put("k", "x".repeat(99_000));
            assertThatThrownBy(() -> settings.put("k", "x".repeat(99_001)))
                    .isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> settings.put("k".repeat(256), "x")).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> settings.put("k", 7)).isInstanceOf(IllegalArgumentException.class);
            assertThatThrownBy(() -> settings.put("k", List.of(7))).isInstanceOf(IllegalArgumentException.class);
        }

        @Test
        void anAuditEventIsARowWithAuthorNodeAndTime() throws Exception {
            HostUsers users = new HostUsers();
            Instant now = Instant.parse("2026-03-02T10:00:00Z");
            HostAuditService audit =
                    new HostAuditService(database.jdbi(), users, "node1", Clock.fixed(now, ZoneOffset.UTC));
            AuditType type = AuditType.fromI18nKeys(
                            CoverageArea.ECOSYSTEM, CoverageLevel.BASE, "category.key", "action.key")
                    .build();

            users.as("pmo", () -> {
                audit.audit(AuditEvent.builder(type)
                        .affectedObject(AuditResource.builder("Grow", "objective")
                                .id("OBJ-1")
                                .build())
                        .changedValue(ChangedValue.fromI18nKeys("weight")
                                .from("1")
                                .to("2")
                                .build())
                        .extraAttribute(
                                AuditAttribute.fromI18nKeys("head", "abc").build())
                        .build());
                return null;
            });

            HostAuditService.Entry entry = audit.newest(10).get(0);
            assertThat(entry.at()).isEqualTo(now);
            assertThat(entry.author()).isEqualTo("pmo");
            assertThat(entry.node()).isEqualTo("node1");
            assertThat(entry.actionKey()).isEqualTo("action.key");
            assertThat(entry.details()).contains("OBJ-1", "\"from\":\"1\"", "\"to\":\"2\"", "abc");
        }
    }

    @Test
    void thePeopleOfTheHostHaveTheRightsTheContractGivesThem() {
        HostUserManager people = new HostUserManager(new HostUsers());

        assertThat(people.isAdmin(new UserKey("admin"))).isTrue();
        assertThat(people.isAdmin(new UserKey("pmo"))).isFalse();
        assertThat(people.isUserInGroup(new UserKey("pmo"), "strategy-editors")).isTrue();
        assertThat(people.isUserInGroup(new UserKey("exec"), "strategy-editors"))
                .isFalse();
        assertThat(people.isUserInGroup(new UserKey("dev"), "strategy-viewers")).isTrue();
        assertThat(people.isUserInGroup(new UserKey("outsider"), "strategy-viewers"))
                .isFalse();
        assertThat(people.isUserInGroup(new UserKey("outsider"), "jira-users")).isTrue();
        assertThat(people.getUserProfile("nobody")).isNull();
        assertThat(people.isUserInGroup(null, "jira-users")).isFalse();
    }

    @Test
    void theUserOfAThreadIsItsOwnAndIsRestored() throws Exception {
        HostUsers users = new HostUsers();
        users.become("dev");

        String inside = users.as("pmo", () -> users.current().orElseThrow());

        assertThat(inside).isEqualTo("pmo");
        assertThat(users.current()).contains("dev");
    }

    @Test
    void textsAreFoundByLanguageAndFormatted() throws Exception {
        Texts texts = new Texts();
        HostI18nResolver i18n = new HostI18nResolver(texts, new HostLocaleResolver(() -> Locale.US, user -> Locale.US));
        AutoCloseable added = texts.add("i18n/sal-test", name -> getClass().getResource("/" + name));

        assertThat(i18n.getText("test.greeting", "Ida")).isEqualTo("Hello Ida, it's 1 {0}");
        assertThat(i18n.getText(Locale.GERMANY, "test.greeting", "Ida")).isEqualTo("Grüß dich Ida");
        assertThat(i18n.getText(Locale.GERMANY, "test.only.english")).isEqualTo("English");
        assertThat(i18n.getText("test.missing")).isEqualTo("test.missing");
        assertThat(i18n.getText("test.greeting", i18n.createMessage("test.only.english")))
                .startsWith("Hello English");
        assertThat(i18n.getAllTranslationsForPrefix("test.", Locale.GERMANY))
                .containsOnlyKeys("test.greeting", "test.only.english");
        added.close();
        assertThat(i18n.getText("test.only.english")).isEqualTo("test.only.english");
    }

    @Test
    void aCacheLoadsOnceUntilAKeyIsRemoved() {
        AtomicInteger loads = new AtomicInteger();
        HostCacheFactory caches = new HostCacheFactory(CacheBus.ALONE);
        Cache<String, Integer> cache = caches.getCache(
                "c",
                key -> loads.incrementAndGet(),
                new CacheSettingsBuilder().remote().replicateViaInvalidation().build());

        assertThat(cache.get("k")).isEqualTo(1);
        assertThat(cache.get("k")).isEqualTo(1);
        cache.remove("k");
        assertThat(cache.get("k")).isEqualTo(2);
    }

    @Test
    void aCacheKeepsNoMoreThanItsLimitAndNothingBeyondItsTime() throws Exception {
        HostCacheFactory caches = new HostCacheFactory(CacheBus.ALONE);
        Cache<Integer, Integer> small = caches.getCache(
                "small", key -> key, new CacheSettingsBuilder().maxEntries(10).build());
        Cache<Integer, Integer> brief = caches.getCache(
                "brief",
                key -> key,
                new CacheSettingsBuilder()
                        .expireAfterWrite(1, TimeUnit.MILLISECONDS)
                        .expireAfterAccess(1, TimeUnit.MILLISECONDS)
                        .build());

        for (int i = 0; i < 100; i++) {
            small.get(i);
        }
        brief.put(1, 7);
        Thread.sleep(5);

        assertThat(small.getKeys()).hasSizeLessThanOrEqualTo(10);
        assertThat(brief.get(1)).isEqualTo(1);
    }

    @Test
    void aCachedReferenceIsMadeAgainAfterAReset() {
        AtomicInteger made = new AtomicInteger();
        CachedReference<Integer> reference = new HostCacheFactory(CacheBus.ALONE)
                .getCachedReference("r", made::incrementAndGet, new CacheSettingsBuilder().build());

        assertThat(reference.get()).isEqualTo(1);
        assertThat(reference.get()).isEqualTo(1);
        reference.reset();
        assertThat(reference.get()).isEqualTo(2);
    }
}
