package io.throughline.host.jira.model;

import io.throughline.host.launch.Users;
import java.time.Clock;
import javax.sql.DataSource;
import org.jdbi.v3.core.Jdbi;

/** All stores of one node over its database. */
public record JiraData(
        Jdbi jdbi,
        Clock clock,
        Ids ids,
        Constants constants,
        Projects projects,
        Issues issues,
        History history,
        Comments comments,
        Links links,
        People people,
        Grants grants) {

    /** Creates the schema where it is missing. */
    public static JiraData open(DataSource dataSource, Users users, Clock clock) {
        Jdbi jdbi = Jdbi.create(dataSource).registerArrayType(Long.class, "bigint");
        JiraSchema.create(jdbi);
        Ids ids = new Ids(jdbi);
        return new JiraData(
                jdbi,
                clock,
                ids,
                new Constants(jdbi, ids),
                new Projects(jdbi, ids),
                new Issues(jdbi),
                new History(jdbi, ids),
                new Comments(jdbi, ids),
                new Links(jdbi, ids),
                new People(jdbi, users),
                new Grants(jdbi, users, clock));
    }
}
