package io.throughline.host.jira.importer;

class ImportRulesOnH2Test extends ImportRules {
    @Override
    protected boolean isOnPostgres() {
        return false;
    }
}
