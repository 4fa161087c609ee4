import { eachVariable } from '../../src/parsers/compose.ts';
import { defineRule } from '../define-rule.ts';

/** Official images whose entry point reads `NAME_FILE`. */
const TAKES_FILES =
  /^(?:docker\.io\/)?(?:library\/)?(?:postgres|mysql|mariadb|mongo|wordpress|drupal|nextcloud|ghost|influxdb|neo4j|postgis\/postgis|pgvector\/pgvector|timescale\/timescaledb)(?=[:@]|$)/;

const WITH_FILE =
  /^(?:POSTGRES_PASSWORD|(?:MYSQL|MARIADB)_(?:ROOT_)?PASSWORD|MONGO_INITDB_ROOT_PASSWORD|WORDPRESS_DB_PASSWORD)$/;

export default defineRule({
  artifact: 'compose',
  title: 'password by a variable where the image takes a file',
  severity: 'low',
  confidence: 'high',
  why: 'variables show in `docker inspect`, in crash reports and to every child process',
  fix: 'grant a secret, and name its file in the variable that ends in `_FILE`',
  references: ['https://docs.docker.com/compose/how-tos/use-secrets/', 'https://hub.docker.com/_/postgres'],
  catalogue: ['VS403'],
  cwe: [526],
  *check({ data }) {
    for (const { service, variable } of eachVariable(data)) {
      const { name, value, nameRange, section } = variable;
      if (
        section !== 'environment' ||
        value === '' ||
        !WITH_FILE.test(name) ||
        !TAKES_FILES.test(service.image?.value ?? '')
      )
        continue;
      // A value that is written out has its own rule.
      if (value !== undefined && !value.includes('$')) continue;
      yield {
        message: `service ${service.name} gets ${name} by a variable`,
        range: nameRange,
        paste: `${name}_FILE: /run/secrets/${name.toLowerCase()}`,
      };
    }
  },
});
