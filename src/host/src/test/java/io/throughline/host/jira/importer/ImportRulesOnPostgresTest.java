package io.throughline.host.jira.importer;

class ImportRulesOnPostgresTest extends ImportRules {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
