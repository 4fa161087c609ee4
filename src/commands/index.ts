import baseline from './baseline.ts';
import image from './image.ts';
import init from './init.ts';
import policyCan from './policy/can.ts';
import rulesList from './rules/list.ts';
import rulesShow from './rules/show.ts';
import rulesTest from './rules/test.ts';
import scan from './scan.ts';

/** Every command by its id; oclif loads this one module. */
export default {
  baseline,
  image,
  init,
  'policy:can': policyCan,
  'rules:list': rulesList,
  'rules:show': rulesShow,
  'rules:test': rulesTest,
  scan,
};
