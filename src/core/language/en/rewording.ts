import type { RewordingWords } from '../rewording-words.ts';

/** How English says the same in other words. */
export const rewording: RewordingWords = {
  courtesy: `
    if_i_may_ask sorry_to_ask thanks_for_that thank_you_for_that thanks_for_telling_me thank_you_for_telling_me feel_free_to_ask_if_anything_is_unclear there_is_no_rush at_your_own_pace whenever_you_are_ready
    please kindly thanks thank_you thank_you_very_much sorry i'm_sorry i_am_sorry i'm_afraid so_sorry apologies my_apologies hello hi okay ok all_right alright no_problem no_worries don't_worry please_don't_worry do_not_worry no_rush no_hurry take_your_time there's_no_hurry there_is_no_hurry there's_no_rush i_understand i_see i_hear_you understood got_it welcome you're_welcome you_are_welcome well now_then
    could_you could_you_please can_you can_you_please would_you would_you_please would_you_mind may_i may_i_ask can_i_ask could_i_ask could_you_tell_me can_you_tell_me could_you_let_me_know may_i_have could_you_give_me do_you_remember do_you_recall if_you_don't_mind if_you_wouldn't_mind if_you_like if_you_wish if_you_prefer of_course
  `,
  free: `
    a an the this that these those it its it's it_is that's that_is there there's there_is there_are here here's here_is is are was were be been being am do does did has have had having of to in on at for from by with as about into onto over through up out   so and also too as_well just simply really quite very rather actually indeed one ones own
    let_me i'll i_will i_am i'm i've i_have you're you_are you've you_have would_like 'd would mind matter thing things case sort kind bit bit_of for_me for_you to_me to_you with_me with_us go_ahead feel_free back again_please below_here way ways become becomes part them they their he she him her his hers whatever put get got getting
  `,
  force: {
    not: "not n't isn't aren't wasn't weren't don't doesn't didn't haven't hasn't hadn't no nothing nobody neither nor without none no_one no_one's nobody's not_any",
    none: 'no none nothing nobody without never neither nor nowhere',
    cannot: "cannot can't can_not couldn't could_not unable_to not_able_to not_possible impossible",
    will_not: "won't will_not wouldn't would_not isn't_going_to",
    'need-not':
      "will_not_have_to will_not_need_to needn't need_not don't_need_to do_not_need_to no_need_to don't_have_to do_not_have_to no_need not_required not_necessary doesn't_need_to doesn't_have_to you_don't_need you_don't_have_to",
    do_not: "keep_from refrain_from stop_from do_not don't please_do_not please_don't avoid",
    otherwise: 'otherwise if_not or_else if_none if_they_have_not',
    can: 'you_may can could able_to free_to possible',
    suffice:
      "is_fine is_enough will_do works is_okay is_ok is_all_right that's_fine will_be_enough would_be_fine that_is_fine also_fine fine_too",
    must: 'must need_to needs_to have_to has_to required requires require obliged got_to',
    should: 'should ought_to recommend recommended advise advised suggest suggested best_to',
    will: "to_be about_to will shall going_to 'll",
    may: 'may might perhaps maybe possibly probably likely could_be seems seem appears appear',
    about: 'about roughly approximately around nearly almost approximate rough',
    usually: 'usually generally normally often mostly typically as_a_rule sometimes',
    surely:
      'surely definitely guarantee guaranteed guarantees certain promise promised absolutely always ensure ensures assured assure confident undoubtedly',
    only: 'only solely just_one nothing_but merely',
    each: 'each every',
    best: 'best most',
    all: 'all everything everyone whole entire both',
    part: 'some some_of partly part_of most_of several few many a_few',
    least: 'at_least minimum no_fewer_than no_less_than',
    most: 'at_most maximum up_to no_more_than not_more_than the_most max',
    above: 'above more_than over_the exceed exceeds larger_than',
    below: 'below less_than fewer_than under_the beneath_the',
    within: 'within inside_of',
    done: 'already',
    soon: 'soon immediately at_once right_away straight_away quickly promptly as_soon_as_possible instantly shortly',
    any_time: 'any_time anytime at_any_time whenever',
    first: 'first firstly before_anything_else to_begin_with',
    'after-that': 'then afterwards after_that next',
    or: 'or either',
    still: 'still yet',
    awaits: 'wait waits waiting await awaits awaiting',
    someone: 'someone somebody',
    shop: 'shop seller store merchant vendor',
    unless: 'unless except',
    if: 'if in_case provided assuming should_you',
    until: 'until till',
    free_of_charge: 'free free_of_charge at_no_cost no_charge costs_nothing no_cost',
    official: 'official officially formal',
    wrong: "wrong incorrect not_right not_correct mistaken isn't_right isn't_correct mistake error errors",
    know_not:
      "cannot_tell cannot_say don't_know do_not_know not_sure unsure not_certain uncertain can't_say don't_remember do_not_remember can't_remember no_idea not_confident",
    want_not:
      "don't_want do_not_want would_rather_not rather_not prefer_not_to don't_wish do_not_wish don't_feel_like would_prefer_not_to prefer_not",
    understand_not:
      "didn't_understand did_not_understand couldn't_understand don't_understand could_not_understand didn't_follow did_not_follow didn't_quite_understand didn't_catch did_not_quite_understand don't_quite_understand couldn't_follow couldn't_make_out",
    'no-matter':
      "that's_fine never_mind no_problem_either doesn't_matter does_not_matter that's_okay that's_all_right not_a_problem",
    again: 'again once_more anew afresh repeat repeated',
  },
  loaded: `
    refund refunds refunded compensation compensate waive waived reduce reduced discount interest penalty fee fees deposit principal sue lawsuit court law lawful unlawful illegal legal legally lawyer judge crime police fraud scam scammer fake liable liability right_to entitled obligation
    working business calendar
    lender lenders company companies insurer institution institutions carrier carriers collector collectors alipay huabei jiebei bank platform mediator robot bot human password code pin card transfer link qr download wechat credit overdue prize gift member insurance agree agreed refuse refused approve approved accept accepted confidential automatic automatically permanent forever expire expired deadline evidence_proves
  `,
  requests: 'send give say tell share write provide let_me_know put',
  towards:
    'contact ask tell give find call help reach pay answer return owe send show charge repay refund sue',
  sequence: 'then after before first next once until',
  from: 'from',
  to: 'to into',
  joints: 'and or as_well_as',
  others: 'their theirs his they them he him she her it',
  complete:
    'or done soon any_time usually awaits someone shop will cannot-repay free_of_charge wrong know_not understand_not no-matter official',
  talk: 'put rephrase try cut say tell write send skip ask choose pick change look call answer upload add tap press',
  parties:
    'who whom someone somebody i we me us you shop seller merchant platform alipay bank mediator lender police court company they agent institution bot',
  mayDrop: 'then suffice all done soon again any_time still',
  mayAdd: 'then suffice again still',
  alike: `
    talk chat conversation
    talk speak spoken talked
    help helps helpful useful
    meanwhile meantime in_the_meantime
    altogether in_all total in_total overall
    above_all especially particularly in_particular
    say tell describe mention state write explain share put_down fill_in type enter let_me_know
    know aware
    understand follow make_out grasp
    anybody anyone anything something somebody someone
    put_it_another_way say_it_differently rephrase put_it_differently say_it_another_way
    note noted record recorded write_down written_down put_down taken_down noted_down wrote
    change correct amend alter edit update switch changed corrected updated fix replace
    send upload submit attach provide share add give hand_over hand_in sent
    receive received get got arrive arrived reach come_in came
    keep save store hold kept saved stored retain leave left
    look check review read go_through look_through have_a_look take_a_look take_another_look look_again see look_over
    tap press click select hit touch
    choose pick select
    continue go_on carry_on proceed keep_going resume move_on
    skip leave_out pass leave_it_blank
    later afterwards after_that after in_future subsequently later_on
    earlier before previously just_now a_moment_ago so_far up_to_now until_now
    now currently at_the_moment at_present today right_now
    money amount sum total
    name called named
    phone telephone call number ring dial line hotline
    happen happened occur occurred go_on went_on take_place took_place going_on
    matter issue problem case situation thing trouble
    cancel cancelled undo undone withdraw withdrawn
    finish finished end ended complete completed over
    evidence proof
    document documents paper papers material materials file files
    picture pictures photo photos image images
    screenshot screenshots screen_shot
    recording recordings audio
    help assist assistance
    want would_like wish hope like
    need require
    contact reach find get_hold_of get_in_touch get_in_touch_with
    person people
    reply answer answered response respond replied
    question query
    ask request
    example instance for_example for_instance such_as e.g
    exact precise exactly precisely
    below following beneath underneath
    correct right accurate true
    type kind sort category
    buy bought purchase purchased order ordered
    pay paid payment
    borrow borrowed loan
    repay pay_back repaid repayment
    owe owed owing
    month monthly
    plan arrangement proposal solution
    complain complaint report
    handle deal_with process sort_out resolve settle handled
    notice noticed discover discovered find_out found_out
    parcel package delivery
    organise organize put_together sort sort_out arrange
    way method
    begin start started beginning
    delete remove removed erase erased
    clear cleared wiped erased deleted
    angry upset cross furious
    hard difficult tough
    cover hide mask blank_out black_out
    big large
    page screen site
    open opened
    broken damaged corrupt corrupted
    empty blank
    format type
    total altogether in_total overall all_together
    much many
    missing lacking left_out
    add supply supplement
    other another different else
    recent latest last most_recent
    main mainly chiefly chief
    date day time
    inform notify let_know
    talk speak discuss negotiate chat
    city town
    remember recall recollect
    company institution firm
    loss losses lost
    real genuine actual
    rate rating rated
    queue line
    words wording
    short brief briefly
    sentence sentences line lines
    piece pieces part parts
    stop stopped pause paused
    nobody no_one
    clear clearly plainly plain
    use used using
    show shown
    wish outcome result
    trust believe
    story account
    sure certain
  `,
  asks: {
    who: 'who whom whose',
    what: "what what's what_is",
    which: 'which',
    how_much: 'how_much',
    how_many: 'how_many',
    how_long: 'how_long how_often how_far',
    when: 'when what_day which_day what_date which_date what_time',
    where: 'where',
    how: 'how in_what_way',
    why: 'why how_come what_for',
    whether: 'whether',
  },
  speaker: 'i we my our me us ours mine',
  addressee: 'you your yours yourself',
};
