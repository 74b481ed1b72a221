package io.throughline.host.jira;

import io.throughline.host.db.NodeDatabase;
import io.throughline.host.db.TestPostgres;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;

/** Tests that must hold on H2 and on PostgreSQL; the nested class says which it is. */
public abstract class BothDatabases {
    protected TestJira jira;
    private NodeDatabase postgres;

    protected abstract boolean isOnPostgres();

    @BeforeEach
    void open() {
        if (isOnPostgres()) {
            postgres = NodeDatabase.at(TestPostgres.newDatabase());
            jira = new TestJira(postgres.dataSource());
        } else {
            jira = new TestJira();
        }
    }

    @AfterEach
    void close() {
        if (postgres != null) {
            postgres.close();
        }
    }
}
