package io.throughline.host.jira.service;

class DeskRulesOnPostgresTest extends DeskRules {
    @Override
    protected boolean isOnPostgres() {
        return true;
    }
}
