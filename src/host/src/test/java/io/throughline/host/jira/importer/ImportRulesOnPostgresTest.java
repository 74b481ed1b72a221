package io.throughline.host.jira.importer;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class ImportRulesOnPostgresTest extends ImportRules {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
