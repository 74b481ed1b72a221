package io.throughline.host.db;

import java.nio.file.Path;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;

/** Tests that must hold on H2 files and on PostgreSQL; each concrete class says which. */
public abstract class OnBothDatabases {
    @TempDir
    protected Path home;

    protected NodeDatabase database;

    protected abstract Dialect dialect();

    @BeforeEach
    void open() {
        database = dialect() == Dialect.H2 ? NodeDatabase.inFiles(home) : NodeDatabase.at(TestPostgres.newDatabase());
    }

    @AfterEach
    void close() {
        database.close();
    }
}
