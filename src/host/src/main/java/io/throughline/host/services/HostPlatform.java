package io.throughline.host.services;

import com.atlassian.audit.api.AuditService;
import com.atlassian.beehive.ClusterLockService;
import com.atlassian.cache.CacheFactory;
import com.atlassian.event.api.EventPublisher;
import com.atlassian.mail.queue.MailQueue;
import com.atlassian.mail.server.MailServerManager;
import com.atlassian.sal.api.ApplicationProperties;
import com.atlassian.sal.api.auth.LoginUriProvider;
import com.atlassian.sal.api.message.I18nResolver;
import com.atlassian.sal.api.message.LocaleResolver;
import com.atlassian.sal.api.pluginsettings.PluginSettingsFactory;
import com.atlassian.sal.api.transaction.TransactionTemplate;
import com.atlassian.sal.api.user.UserManager;
import com.atlassian.scheduler.SchedulerService;
import io.throughline.host.db.Dialect;
import io.throughline.host.db.NodeDatabase;
import io.throughline.host.launch.Node;
import io.throughline.host.launch.Platform;
import io.throughline.host.launch.Services;
import io.throughline.host.launch.Users;
import io.throughline.host.plugin.Texts;
import java.time.Duration;
import java.util.Locale;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** Opens the database of a node and the services that both products share. */
public final class HostPlatform implements Platform {
    private NodeDatabase database;
    private HostClusterLockService locks;
    private HostSchedulerService scheduler;
    private HostCacheFactory caches;

    /** Jira's nodes share the database of {@code --db}; Confluence and a lone Jira keep files. */
    @Override
    public DataSource openDatabase(Node node) {
        boolean given = node.options().db().isPresent() && node.product().id().equals("jira");
        database = given ? NodeDatabase.at(node.options().db().get()) : NodeDatabase.inFiles(node.home());
        HostTables.create(database);
        return database.dataSource();
    }

    @Override
    public Users openUsers(Node node) {
        return new HostUsers(Integer.getInteger("throughline.crowd", 0));
    }

    @Override
    public void exportServices(Node node) {
        Services services = node.services();
        Jdbi jdbi = database.jdbi();
        Texts texts = services.get(Texts.class);
        PluginSettingsFactory settings = new HostPluginSettingsFactory(jdbi);
        UserLocales userLocales = new UserLocales(settings, node.users(), node.clock());
        services.keep(UserLocales.class, userLocales);
        DeactivatedUsers deactivated = new DeactivatedUsers(settings, node.clock());
        services.keep(DeactivatedUsers.class, deactivated);
        if (node.users() instanceof HostUsers people) {
            people.deactivatedWhen(deactivated::contains);
        }
        LocaleResolver locales = new HostLocaleResolver(
                userLocales::current, user -> userLocales.chosen(user).orElse(Locale.US));
        locks = new HostClusterLockService(database, node.id());
        scheduler = new HostSchedulerService(new JobRows(jdbi), locks, node.clock());
        caches = new HostCacheFactory(cacheBus());
        HostAuditService audit = new HostAuditService(jdbi, node.users(), node.id(), node.clock());

        services.keep(NodeDatabase.class, database);
        services.keep(HostAuditService.class, audit);
        HostMailQueue mail = new HostMailQueue(jdbi, node.clock());
        services.keep(HostMailQueue.class, mail);
        services.export(MailQueue.class, mail);
        // the outbox takes every mail, so there always is somewhere for it to go
        services.export(MailServerManager.class, () -> true);
        services.export(UserManager.class, new HostUserManager(node.users()));
        services.export(ApplicationProperties.class, new HostApplicationProperties(node));
        services.export(LocaleResolver.class, locales);
        services.export(I18nResolver.class, new HostI18nResolver(texts, locales));
        services.export(PluginSettingsFactory.class, settings);
        services.export(TransactionTemplate.class, new HostTransactionTemplate(database.transactions()));
        services.export(LoginUriProvider.class, new HostLoginUriProvider(node.baseUrl() + "/login"));
        services.export(EventPublisher.class, new HostEventPublisher());
        services.export(ClusterLockService.class, locks);
        services.export(SchedulerService.class, scheduler);
        services.export(CacheFactory.class, caches);
        services.export(AuditService.class, audit);
    }

    private CacheBus cacheBus() {
        return database.isShared() && database.dialect() == Dialect.POSTGRESQL
                ? new PostgresCacheBus(database.jdbi(), database::connectOutsideThePool)
                : CacheBus.ALONE;
    }

    @Override
    public void ready() {
        scheduler.start(Duration.ofMillis(500));
    }

    @Override
    public void stop() {
        if (scheduler != null) {
            scheduler.close();
        }
        if (caches != null) {
            caches.close();
        }
        if (locks != null) {
            locks.close();
        }
        if (database != null) {
            database.close();
        }
    }
}
