package io.throughline.host.jira.importer;

import org.junit.jupiter.api.Tag;

@Tag("slow")
class ImportRulesOnH2Test extends ImportRules {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
