package io.throughline.host.jira;

import com.atlassian.jira.issue.Issue;
import com.atlassian.jira.project.Project;
import com.atlassian.jira.user.ApplicationUser;
import io.throughline.host.jira.model.Constant;
import io.throughline.host.jira.model.IssueDraft;
import io.throughline.host.jira.model.JiraData;
import io.throughline.host.jira.service.JiraServices;
import io.throughline.host.services.HostUsers;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;
import org.h2.jdbcx.JdbcDataSource;

/** A Jira without a server, over a database in memory, that remembers its events. The clock stands unless it is set. */
public final class TestJira {
    public final List<Object> events = new ArrayList<>();
    public final HostUsers users = new HostUsers();
    public final JiraServices services;
    private Instant now = Instant.parse("2026-03-15T10:00:00Z");

    public TestJira() {
        this(memory());
    }

    public TestJira(DataSource database) {
        services = new JiraServices(JiraData.open(database, users, new TestClock()), users, events::add);
        FirstProjects.create(services);
    }

    private static DataSource memory() {
        JdbcDataSource h2 = new JdbcDataSource();
        h2.setURL("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
        return h2;
    }

    public JiraData data() {
        return services.data();
    }

    public ApplicationUser user(String name) {
        return services.userManager().getUserByName(name);
    }

    public void at(String instant) {
        now = Instant.parse(instant);
    }

    public Project project(String key) {
        return services.projectDesk().create(key, key + " project", "", "admin", user("admin"));
    }

    public Issue issue(Project project, String type, String summary) {
        return issue(project, type, summary, draft -> {});
    }

    public Issue issue(Project project, String type, String summary, Consumer<IssueDraft> more) {
        IssueDraft draft = new IssueDraft();
        draft.projectId = project.getId();
        draft.typeId = data().constants().types().byName(type).orElseThrow().id();
        draft.summary = summary;
        draft.reporter = "dev";
        more.accept(draft);
        return services.issueDesk().create(draft, user("dev"));
    }

    public Constant.Status status(String name) {
        return data().constants().statuses().byName(name).orElseThrow();
    }

    public long count(String sql) {
        return data().jdbi()
                .withHandle(handle -> handle.createQuery(sql).mapTo(Long.class).one());
    }

    private final class TestClock extends Clock {
        @Override
        public ZoneId getZone() {
            return ZoneOffset.UTC;
        }

        @Override
        public Clock withZone(ZoneId zone) {
            throw new UnsupportedOperationException("one zone is enough here");
        }

        @Override
        public Instant instant() {
            return now;
        }
    }
}
