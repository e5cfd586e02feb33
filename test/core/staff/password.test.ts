import { describe, expect, test } from 'vitest';
import { problemWithPassword } from '../../../src/core/staff/password.ts';

describe('a password', () => {
  test.each([
    ['short', 'too-short'],
    ['十一个字的密码还是太短', 'too-short'],
    ['passwordpassword', 'too-common'],
    ['Password123456', 'too-common'],
    ['P@ssword1234!', 'too-common'],
    ['123456789012', 'too-common'],
    ['098765432109', 'too-common'],
    ['111111111111', 'too-common'],
    ['abcabcabcabc', 'too-common'],
    ['woaini1314520', 'too-common'],
    ['5201314520131', 'too-common'],
    ['qwertyuiop123', 'too-common'],
    ['1q2w3e4r5t6y', 'too-common'],
    ['administrator', 'too-common'],
    ['xy9kxy9kxy9k', 'too-common'],
    ['wang.xiaoming', 'like-login'],
    ['WangXiaoMing1', 'like-login'],
    ['wangxiaoming12345', 'like-login'],
    ['x'.repeat(257), 'too-long'],
  ])('%s is refused: %s', (password, problem) =>
    expect(problemWithPassword(password, 'wang.xiaoming@example.org')).toBe(problem));

  test.each([
    'correct horse battery staple',
    '明月几时有把酒问青天',
    'tT7-wuenq-0Lmb',
    '我家的猫叫小黑今年三岁',
    'wang.xiaoming 喜欢蓝色的自行车',
    'password is not my zebra',
  ])('%s is taken', password => {
    const long = password.length < 12 ? `${password}，真的` : password;
    expect(problemWithPassword(long, 'wang.xiaoming')).toBeNull();
  });
});
